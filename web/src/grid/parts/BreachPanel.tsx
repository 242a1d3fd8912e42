/** All breaches of the draft, hard ones first; each leads to its cell. */

import { memo, useState, type ReactNode } from "react";
import { keyOf } from "../core/breaches";
import { daysBetween } from "../core/dates";
import type { Facts } from "../core/words";
import type { Breach, GridPerson } from "../types";

interface Props {
  breaches: readonly Breach[];
  people: readonly GridPerson[];
  facts: Facts;
  /** Cells that were chosen: only their breaches are told. */
  onGo: (breach: Breach) => void;
}

const FIRST = 30;

export const BreachPanel = memo(function BreachPanel(props: Props): ReactNode {
  const { breaches, people, facts, onGo } = props;
  const { t } = facts;
  const [all, setAll] = useState(false);
  const names = new Map(people.map((person) => [person.id, person.name]));
  const hard = breaches.filter((breach) => breach.hard).length;
  const shown = all ? breaches : breaches.slice(0, FIRST);
  return (
    <section className="rg-breaches" aria-label={t("web.grid.breaches")}>
      <h2>
        {t("web.grid.breaches")}{" "}
        <small>{t("web.grid.breaches.count", { hard, priced: breaches.length - hard })}</small>
      </h2>
      {breaches.length === 0 && <p>{t("web.grid.breaches.none")}</p>}
      <ul>
        {shown.map((breach, n) => (
          <li key={`${keyOf(breach)} ${n}`} className={breach.hard ? "rg-is-hard" : undefined}>
            <span className="rg-badge">{t(breach.hard ? "web.grid.hard" : "web.grid.priced")}</span>
            <button type="button" className="rg-link" onClick={() => onGo(breach)}>
              {breach.person === null
                ? t("web.grid.breaches.unit")
                : (names.get(breach.person) ?? breach.person)}
              {`, ${when(breach, facts)}`}
            </button>
            <span>
              <b>{breach.name}</b> {breach.text}
            </span>
            <Paragraph breach={breach} />
          </li>
        ))}
      </ul>
      {breaches.length > FIRST && (
        <button type="button" className="rg-btn" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t("web.grid.breaches.fewer")
            : t("web.grid.breaches.all", { count: breaches.length })}
        </button>
      )}
    </section>
  );
});

function Paragraph({ breach }: { breach: Breach }): ReactNode {
  if (!breach.link) return <small>{breach.paragraph}</small>;
  return (
    <a href={breach.link} target="_blank" rel="noreferrer">
      {breach.paragraph}
    </a>
  );
}

function when(breach: Breach, { days, names }: Facts): string {
  const start = days[0]?.date ?? breach.first;
  const at = (date: string) => names[daysBetween(start, date)];
  const [first, last] = [at(breach.first), at(breach.last)];
  if (!first || !last) return first?.long ?? last?.long ?? breach.first;
  return first === last ? first.long : `${first.long} – ${last.long}`;
}
