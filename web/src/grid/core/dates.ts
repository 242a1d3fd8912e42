/** Dates of the period, reckoned in UTC so that summer time never moves a day. */

import type { Translate } from "../types";

const DAY = 86_400_000;

export interface DayFacts {
  date: string;
  /** 1 is Monday. */
  weekday: number;
  week: number;
  red: string | null;
  /** The first column of a week on the screen. */
  weekStart: boolean;
}

function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((utc(last) - utc(first)) / DAY);
}

export function weekdayOf(date: string): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

/** ISO 8601: the week of the year's first Thursday is week 1. */
export function weekOf(date: string): number {
  const thursday = addDays(date, 4 - weekdayOf(date));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

export function dayFacts(start: string, days: number, red: Record<string, string>): DayFacts[] {
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(start, day);
    const weekday = weekdayOf(date);
    return {
      date,
      weekday,
      week: weekOf(date),
      red: red[date] ?? null,
      weekStart: day === 0 || weekday === 1,
    };
  });
}

export interface DateNames {
  /** Two letters. */
  weekday: string;
  day: string;
  month: string;
  long: string;
}

/**
 * The names of all days, from the catalogues: not every browser can write dates in Nynorsk, and
 * the names are made once rather than in every cell.
 */
export function dateNames(days: readonly DayFacts[], t: Translate): DateNames[] {
  const weekdays = Array.from({ length: 7 }, (_, n) => t(`web.grid.weekday.${n + 1}`));
  const months = Array.from({ length: 12 }, (_, n) => t(`web.grid.month.${n + 1}`));
  return days.map(({ date, weekday: number }) => {
    const weekday = weekdays[number - 1] ?? "";
    const month = months[Number(date.slice(5, 7)) - 1] ?? "";
    const day = Number(date.slice(8));
    const long = t("web.grid.date.long", { weekday, day, month });
    return { weekday: weekday.slice(0, 2), day: String(day), month, long };
  });
}
