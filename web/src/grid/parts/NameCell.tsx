/** The sticky first column: name, position, and how the hours stand. */

import type { ReactNode } from "react";
import type { Marks } from "../core/breaches";
import { number, signed, type Facts } from "../core/words";
import type { GridPerson } from "../types";

interface Props {
  facts: Facts;
  person: GridPerson;
  marks: Marks;
  active: boolean;
}

export function NameCell({ facts, person, marks, active }: Props): ReactNode {
  const { t, language } = facts;
  const off = Math.round((person.planned - person.contract) / 6) / 10;
  const label = t("web.grid.name.label", {
    name: person.name,
    percent: number(Math.round(person.percent), language),
    group: person.group,
    planned: number(person.planned / 60, language),
    contract: number(person.contract / 60, language),
    off: signed(off, language, 1),
    hard: marks.hard,
    priced: marks.priced,
  });
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={label}
      tabIndex={active ? 0 : -1}
      data-day={-1}
      className="rg-name"
    >
      <span className="rg-who">{person.name}</span>
      {marks.hard > 0 && <b className="rg-count rg-count-hard">{marks.hard}</b>}
      {marks.hard === 0 && marks.priced > 0 && <span className="rg-count">{marks.priced}</span>}
      <span className="rg-percent">{number(Math.round(person.percent), language)} %</span>
      <span className={Math.abs(off) >= 7.5 ? "rg-hours rg-far" : "rg-hours"}>
        {signed(off, language, 1)}
      </span>
    </div>
  );
}
