/** The sticky first column: name, position, and how the hours stand. */

import type { ReactNode } from "react";
import type { Marks } from "../core/breaches";
import { nameText, number, offHours, signed, type Facts } from "../core/words";
import type { GridPerson } from "../types";

interface Props {
  facts: Facts;
  person: GridPerson;
  marks: Marks;
  active: boolean;
}

export function NameCell({ facts, person, marks, active }: Props): ReactNode {
  const { language } = facts;
  const off = offHours(person);
  const label = nameText(facts, person, marks.hard, marks.priced);
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
