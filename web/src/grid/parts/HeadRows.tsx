/** Week numbers and dates; they stay at the top. */

import { memo, type ReactNode } from "react";
import type { Facts } from "../core/words";

interface Props {
  facts: Facts;
  left: number;
  right: number;
  /** How much room the days before these take. */
  before: number;
  /** The active day, to find one's way. */
  active: number;
}

export const HeadRows = memo(function HeadRows({ facts, left, right, before, active }: Props): ReactNode {
  const { t, days, names } = facts;
  const weeks: ReactNode[] = [];
  const dates: ReactNode[] = [];
  for (let day = left; day < right; day++) {
    const facing = days[day];
    if (!facing) break;
    if (facing.weekStart) {
      const next = days.findIndex((other, n) => n > day && other.weekStart);
      const span = (next < 0 ? days.length : next) - day;
      weeks.push(
        <div
          key={day}
          role="columnheader"
          aria-colindex={day + 2}
          aria-colspan={span}
          className={`rg-week rg-span-${span}`}
        >
          <span>{t("web.grid.week", { week: facing.week })}</span>
          {span > 3 && <small>{names[day]?.month}</small>}
        </div>,
      );
    }
    const label = facing.red ? `${names[day]?.long}, ${facing.red}` : names[day]?.long;
    let found = "rg-date";
    if (facing.weekStart) found += " rg-monday";
    if (facing.red) found += " rg-red";
    else if (facing.weekday > 5) found += " rg-weekend";
    if (day === active) found += " rg-here";
    dates.push(
      <div
        key={day}
        role="columnheader"
        aria-colindex={day + 2}
        aria-label={label}
        className={found}
      >
        <small>{names[day]?.weekday}</small>
        <span>{names[day]?.day}</span>
      </div>,
    );
  }
  const gap = before > 0 && <span className="rg-gap" style={{ inlineSize: before }} />;
  return (
    <div role="rowgroup" className="rg-head">
      <div role="row" aria-rowindex={1} className="rg-row">
        <div role="columnheader" aria-colindex={1} className="rg-corner">
          {t("web.grid.weeks")}
        </div>
        {gap}
        {weeks}
      </div>
      <div role="row" aria-rowindex={2} className="rg-row">
        <div role="columnheader" aria-colindex={1} className="rg-corner rg-titles">
          <span className="rg-who">{t("web.grid.name")}</span>
          <span className="rg-percent">{t("web.grid.percent")}</span>
          <span className="rg-hours">{t("web.grid.hours")}</span>
        </div>
        {gap}
        {dates}
      </div>
    </div>
  );
});
