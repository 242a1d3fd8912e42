/** The active cell in words, under the grid. */

import type { ReactNode } from "react";
import { onCell } from "../core/breaches";
import { cellText, type Facts } from "../core/words";
import type { Breach, GridPerson } from "../types";

interface Props {
  facts: Facts;
  person: GridPerson | undefined;
  day: number;
  breaches: readonly Breach[];
}

export function StatusLine({ facts, person, day, breaches }: Props): ReactNode {
  const facing = facts.days[day];
  if (!person || !facing) return <p className="rg-status">{facts.t("web.grid.status.none")}</p>;
  const locked = person.locked.includes(facing.date);
  const mine = onCell(breaches, person.id, facing.date);
  return (
    <p className="rg-status">
      <b>{person.name}</b> {cellText(facts, person, day, locked, undefined)}
      {facing.red && ` · ${facing.red}`}
      {mine.map((breach, n) => (
        <span key={n} className={breach.hard ? "rg-grave" : undefined}>
          {` · ${breach.text}`}
        </span>
      ))}
    </p>
  );
}
