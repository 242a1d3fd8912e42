/** The active cell in words, under the grid. */

import type { ReactNode } from "react";
import { onCell, type Marks } from "../core/breaches";
import type { CoverageRow } from "../core/coverage";
import type { Spot } from "../core/making";
import { lacking, needOf } from "../core/needs";
import { cellText, nameText, type Facts } from "../core/words";
import type { Breach, GridPerson } from "../types";

interface Props {
  facts: Facts;
  people: readonly GridPerson[];
  active: Spot;
  marks: ReadonlyMap<string, Marks>;
  breaches: readonly Breach[];
  needs: readonly CoverageRow[];
  rest: readonly CoverageRow[];
}

export function StatusLine({ facts, people, active, marks, breaches, ...rows }: Props): ReactNode {
  const { row, day } = active;
  const person = people[row];
  const facing = facts.days[day];
  if (person && day < 0) {
    const { hard = 0, priced = 0 } = marks.get(person.id) ?? {};
    const competences = person.competences.join(", ");
    return <p className="rg-status">{`${nameText(facts, person, hard, priced)}. ${competences}`}</p>;
  }
  if (!facing) return <p className="rg-status">{facts.t("web.grid.status.none")}</p>;
  if (!person) {
    const need = rows.needs[row - people.length];
    const told = need
      ? `${need.name} ${needOf(facts, need, day).label}`
      : lacking(facts, rows.rest, day) || facts.t("web.grid.level.fine");
    return (
      <p className="rg-status">
        <b>{facts.names[day]?.long}</b> {told}
      </p>
    );
  }
  const locked = person.locked.includes(facing.date);
  return (
    <p className="rg-status">
      <b>{person.name}</b> {cellText(facts, person, day, locked, undefined)}
      {facing.red && ` · ${facing.red}`}
      {onCell(breaches, person.id, facing.date).map((breach, n) => (
        <span key={n} className={breach.hard ? "rg-grave" : undefined}>
          {` · ${breach.text}`}
        </span>
      ))}
    </p>
  );
}
