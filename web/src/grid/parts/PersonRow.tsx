/** One person's row. Cells are bare elements with classes: sixty rows must be drawn in no time. */

import { memo, type ReactNode } from "react";
import type { Marks } from "../core/breaches";
import { cellText, wishParts, type Facts } from "../core/words";
import type { GridPerson } from "../types";
import { NameCell } from "./NameCell";

export interface RowProps {
  facts: Facts;
  person: GridPerson;
  row: number;
  left: number;
  right: number;
  marks: Marks;
  /** The active day of this row, -1 for the name, or null. */
  active: number | null;
  /** The selected days, half-open; equal where there are none. */
  from: number;
  to: number;
  /** The days that have been picked up, half-open. */
  carriedFrom: number;
  carriedTo: number;
  /** The day over which something is dragged. */
  over: number | null;
}

const LOCK = "M2 5V3.5a2 2 0 0 1 4 0V5h.5v3.5h-5V5Zm1 0h2V3.5a1 1 0 0 0-2 0Z";

export const PersonRow = memo(function PersonRow(props: RowProps): ReactNode {
  const { facts, person, row, left, right, marks, active } = props;
  const locked = new Set(person.locked);
  const cells: ReactNode[] = [];
  for (let day = left; day < right; day++) {
    const facing = facts.days[day];
    if (!facing) break;
    const code = person.cells[day] ?? "";
    const laid = person.codes[facing.date];
    const isLocked = locked.has(facing.date);
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
  return (
    <div role="row" aria-rowindex={row + 3} className="rg-row" data-row={row}>
      <NameCell facts={facts} person={person} marks={marks} active={active === -1} />
      {cells}
    </div>
  );
});

function classes(props: RowProps, day: number, code: string, locked: boolean): string {
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
