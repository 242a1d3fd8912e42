/** A person's week. Cells are bare elements with classes: sixty rows must be drawn in no time. */

import { memo, type ReactNode } from "react";
import type { Marks } from "../core/breaches";
import { cellText, wishParts, type Facts } from "../core/words";
import type { GridPerson } from "../types";

export interface WeekProps {
  facts: Facts;
  person: GridPerson;
  /** The week's days, half-open. */
  first: number;
  next: number;
  marks: Marks;
  active: number | null;
  from: number;
  to: number;
  carriedFrom: number;
  carriedTo: number;
  over: number | null;
}

const LOCK = "M2 5V3.5a2 2 0 0 1 4 0V5h.5v3.5h-5V5Zm1 0h2V3.5a1 1 0 0 0-2 0Z";

export const WeekCells = memo(function WeekCells(props: WeekProps): ReactNode {
  const { facts, person, marks, active } = props;
  const cells: ReactNode[] = [];
  for (let day = props.first; day < props.next; day++) {
    const facing = facts.days[day];
    if (!facing) break;
    const code = person.cells[day] ?? "";
    const laid = person.codes[facing.date];
    const isLocked = person.locked.length > 0 && person.locked.includes(facing.date);
    const isActive = active === day;
    cells.push(
      <div
        key={day}
        role="gridcell"
        aria-colindex={day + 2}
        aria-label={cellText(facts, person, day, isLocked, marks.days.get(day))}
        aria-selected={(day >= props.from && day < props.to) || isActive}
        tabIndex={isActive ? 0 : -1}
        data-day={day}
        className={classes(props, day, code, isLocked)}
      >
        {code || (laid && <small>{facts.signs.get(laid) ?? laid}</small>)}
        {isLocked && (
          <svg className="rg-lock" viewBox="0 0 8 9" aria-hidden="true">
            <path d={LOCK} />
          </svg>
        )}
      </div>,
    );
  }
  return cells;
});

function classes(props: WeekProps, day: number, code: string, locked: boolean): string {
  const { facts, person, marks } = props;
  const facing = facts.days[day];
  let found = "rg-cell";
  if (facing?.weekStart) found += " rg-monday";
  if (code !== "") found += ` rg-${facts.shifts.get(code.split("+")[0] ?? "")?.kind ?? "other"}`;
  else if (facing?.red) found += " rg-red";
  else if (facing && facing.weekday > 5) found += " rg-weekend";
  const mark = marks.days.get(day);
  if (mark) found += ` rg-${mark}`;
  const wish = facing && person.wishes[facing.date];
  if (wish) {
    const { sign, strength, shifts } = wishParts(wish);
    const asked = shifts === "" || shifts.split(",").includes(code);
    const broken = sign === "off" ? code !== "" && asked : code === "" || !asked;
    found += ` rg-wish-${sign}${strength === 3 ? " rg-strong" : ""}${broken ? " rg-unmet" : ""}`;
  }
  if (locked) found += " rg-locked";
  if (day >= props.from && day < props.to) found += " rg-selected";
  if (day >= props.carriedFrom && day < props.carriedTo) found += " rg-carried";
  if (props.over === day) found += " rg-target";
  return found;
}
