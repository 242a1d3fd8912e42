/** The rows of people that are in sight. */

import type { ReactNode } from "react";
import { NO_MARKS, type Marks } from "../core/breaches";
import type { Block, Spot } from "../core/making";
import type { Drawn, Sizes } from "../core/windowing";
import type { Facts } from "../core/words";
import type { GridPerson } from "../types";
import { PersonRow } from "./PersonRow";

interface Props {
  facts: Facts;
  people: readonly GridPerson[];
  marks: ReadonlyMap<string, Marks>;
  shown: Drawn;
  sizes: Sizes;
  weeks: readonly number[];
  active: Spot;
  area: Block | null;
  carried: Block | null;
  over: Block | null;
}

function rowOf(area: Block | null, row: number): [number, number] {
  return area && row >= area.top && row <= area.bottom ? [area.left, area.right + 1] : [0, 0];
}

export function Body(props: Props): ReactNode {
  const { facts, people, marks, shown, sizes, weeks, active, area, carried, over } = props;
  const rows: ReactNode[] = [];
  for (let row = shown.top; row < Math.min(shown.bottom, people.length); row++) {
    const person = people[row];
    if (!person) break;
    const [from, to] = rowOf(area, row);
    const [carriedFrom, carriedTo] = rowOf(carried, row);
    const [overDay, overEnd] = rowOf(over, row);
    rows.push(
      <PersonRow
        key={person.id}
        facts={facts}
        person={person}
        row={row}
        weeks={weeks}
        before={shown.left * sizes.day}
        marks={marks.get(person.id) ?? NO_MARKS}
        active={active.row === row ? active.day : null}
        from={from}
        to={to}
        carriedFrom={carriedFrom}
        carriedTo={carriedTo}
        over={overEnd > overDay ? overDay : null}
      />,
    );
  }
  return (
    <div
      role="rowgroup"
      className="rg-body"
      style={{
        paddingBlockStart: shown.top * sizes.row,
        paddingBlockEnd: Math.max(0, people.length - shown.bottom) * sizes.row,
      }}
    >
      {rows}
    </div>
  );
}
