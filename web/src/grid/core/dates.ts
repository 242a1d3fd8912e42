/** Dates of the period, reckoned in UTC so that summer time never moves a day. */

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
  weekday: string;
  day: string;
  long: string;
}

/** The names of all days, made once: `Intl` is too slow to be asked in every cell. */
export function dateNames(days: readonly DayFacts[], language: string): DateNames[] {
  const short = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return days.map(({ date }) => {
    const at = new Date(utc(date));
    return {
      weekday: short.format(at).replace(".", "").slice(0, 2),
      day: String(at.getUTCDate()),
      long: long.format(at),
    };
  });
}

export function monthName(date: string, language: string): string {
  const at = new Date(utc(date));
  return new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(at);
}
