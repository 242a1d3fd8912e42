import { daysBetween, type IsoDate, monday, plusDays, weekNumber } from "../../../../dates/dates";

/** A week of a period, cut off where the period begins or ends. */
export interface Week {
  first: IsoDate;
  last: IsoDate;
  number: number;
}

/** The weeks from one date to another. */
export function weeksOf(first: IsoDate, last: IsoDate): Week[] {
  const found: Week[] = [];
  for (let day = first; day <= last; ) {
    const sunday = plusDays(monday(day), 6);
    const end = sunday < last ? sunday : last;
    found.push({ first: day, last: end, number: weekNumber(day) });
    day = plusDays(end, 1);
  }
  return found;
}

/** All dates of some weeks. */
export function datesOf(weeks: readonly Week[]): IsoDate[] {
  return weeks.flatMap(({ first, last }) =>
    Array.from({ length: daysBetween(first, last) + 1 }, (_, number) => plusDays(first, number)),
  );
}
