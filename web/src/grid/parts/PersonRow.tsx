/** One person's row: the name and the weeks that are in sight. */

import { memo, type ReactNode } from "react";
import type { Marks } from "../core/breaches";
import type { Facts } from "../core/words";
import type { GridPerson } from "../types";
import { NameCell } from "./NameCell";
import { WeekCells } from "./WeekCells";

export interface RowProps {
  facts: Facts;
  person: GridPerson;
  row: number;
  /** The first days of the weeks in sight, and the day after them. */
  weeks: readonly number[];
  /** How much room the weeks before these take. */
  before: number;
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

/** A part of a range that lies in a week; all weeks without a part are told the same. */
function part(first: number, next: number, from: number, to: number): [number, number] {
  const start = Math.max(first, from);
  const end = Math.min(next, to);
  return start < end ? [start, end] : [0, 0];
}

function inside(first: number, next: number, day: number | null): number | null {
  return day !== null && day >= first && day < next ? day : null;
}

export const PersonRow = memo(function PersonRow(props: RowProps): ReactNode {
  const { facts, person, row, weeks, before, marks, active } = props;
  return (
    <div role="row" aria-rowindex={row + 3} className="rg-row" data-row={row}>
      <NameCell facts={facts} person={person} marks={marks} active={active === -1} />
      {before > 0 && <span className="rg-gap" style={{ inlineSize: before }} />}
      {weeks.slice(0, -1).map((first, n) => {
        const next = weeks[n + 1] ?? first;
        const [from, to] = part(first, next, props.from, props.to);
        const [carriedFrom, carriedTo] = part(first, next, props.carriedFrom, props.carriedTo);
        return (
          <WeekCells
            key={first}
            {...{ facts, person, first, next, marks, from, to, carriedFrom, carriedTo }}
            active={inside(first, next, active)}
            over={inside(first, next, props.over)}
          />
        );
      })}
    </div>
  );
});
