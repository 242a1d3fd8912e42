import { type IsoDate, monday } from "../../dates/dates";
import type { MyDay } from "./useMyShifts";

export interface Week {
  monday: IsoDate;
  days: MyDay[];
  minutes: number;
}

/** Days with something on them from a date on, by week; a week's minutes are the whole week's. */
export function weeksFrom(days: Iterable<MyDay>, first: IsoDate): Week[] {
  const weeks: Week[] = [];
  for (const day of days) {
    if (day.date < monday(first)) continue;
    let week = weeks.at(-1);
    if (week?.monday !== monday(day.date)) {
      week = { monday: monday(day.date), days: [], minutes: 0 };
      weeks.push(week);
    }
    if (day.date >= first) week.days.push(day);
    week.minutes += day.shifts.reduce((sum, shift) => sum + shift.minutes, 0);
  }
  return weeks.filter((week) => week.days.length > 0);
}
