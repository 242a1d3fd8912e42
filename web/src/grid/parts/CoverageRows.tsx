/** How many there are and should be, by date; the rows stay at the bottom. */

import { memo, type ReactNode } from "react";
import { SYMBOL, type CoverageRow } from "../core/coverage";
import { needOf, restOf, type Told } from "../core/needs";
import type { Facts } from "../core/words";

interface Props {
  facts: Facts;
  rows: readonly CoverageRow[];
  /** Rows that are told together in one line. */
  rest: readonly CoverageRow[];
  left: number;
  right: number;
  /** How much room the days before these take. */
  gap: number;
  /** The number of people's rows before these. */
  before: number;
  activeRow: number;
  activeDay: number;
}

export const CoverageRows = memo(function CoverageRows(props: Props): ReactNode {
  const { facts, rows, rest, before } = props;
  return (
    <div role="rowgroup" className="rg-foot">
      {rows.map((row, n) => (
        <Line key={row.id} {...props} row={before + n} name={row.name}>
          {(day) => needOf(facts, row, day)}
        </Line>
      ))}
      {rest.length > 0 && (
        <Line
          {...props}
          row={before + rows.length}
          name={facts.t("web.grid.coverage.rest", { count: rest.length })}
        >
          {(day) => restOf(facts, rest, day)}
        </Line>
      )}
    </div>
  );
});

interface LineProps extends Props {
  row: number;
  name: string;
  children: (day: number) => Told;
}

function Line(props: LineProps): ReactNode {
  const { facts, left, right, gap, row, name, activeRow, activeDay, children } = props;
  const mine = row === activeRow;
  const cells: ReactNode[] = [];
  for (let day = left; day < right; day++) {
    const { level, shown, label } = children(day);
    const here = mine && day === activeDay;
    const monday = facts.days[day]?.weekStart ? " rg-monday" : "";
    cells.push(
      <div
        key={day}
        role="gridcell"
        aria-colindex={day + 2}
        aria-label={`${facts.names[day]?.long ?? ""}: ${label}`}
        tabIndex={here ? 0 : -1}
        data-day={day}
        className={`rg-need rg-${level}${monday}`}
      >
        {shown}
        {SYMBOL[level] && <i aria-hidden="true">{SYMBOL[level]}</i>}
      </div>,
    );
  }
  return (
    <div role="row" aria-rowindex={row + 3} className="rg-row" data-row={row}>
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={mine && activeDay === -1 ? 0 : -1}
        data-day={-1}
        className="rg-name rg-need-name"
      >
        {name}
      </div>
      {gap > 0 && <span className="rg-gap" style={{ inlineSize: gap }} />}
      {cells}
    </div>
  );
}
