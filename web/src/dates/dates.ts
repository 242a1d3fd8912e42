/** A calendar date as ``2027-02-15``; reckoned in UTC, so that no clock change moves it. */
export type IsoDate = string;

const DAY = 86_400_000;

export function fromIso(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function toIso(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

export function plusDays(date: IsoDate, days: number): IsoDate {
  return toIso(new Date(fromIso(date).getTime() + days * DAY));
}

/** How many days the second date is after the first. */
export function daysBetween(first: IsoDate, second: IsoDate): number {
  return Math.round((fromIso(second).getTime() - fromIso(first).getTime()) / DAY);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: IsoDate): number {
  return fromIso(date).getUTCDay() || 7;
}

export function monday(date: IsoDate): IsoDate {
  return plusDays(date, 1 - weekday(date));
}

/** The week's number by ISO 8601: week 1 has the year's first Thursday. */
export function weekNumber(date: IsoDate): number {
  const thursday = plusDays(date, 4 - weekday(date));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** The first of a date's month. */
export function monthOf(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

export function plusMonths(month: IsoDate, months: number): IsoDate {
  const date = fromIso(monthOf(month));
  date.setUTCMonth(date.getUTCMonth() + months);
  return toIso(date);
}

/** The weeks of a month from Monday to Sunday; days of the neighbouring months are null. */
export function monthWeeks(month: IsoDate): { monday: IsoDate; days: (IsoDate | null)[] }[] {
  const first = monthOf(month);
  const weeks = [];
  for (let start = monday(first); start < plusMonths(first, 1); start = plusDays(start, 7)) {
    const days = Array.from({ length: 7 }, (_, n) => plusDays(start, n));
    weeks.push({ monday: start, days: days.map((day) => (monthOf(day) === first ? day : null)) });
  }
  return weeks;
}

/** Today's date in Norway, wherever the phone is. */
export function today(now: Date = new Date()): IsoDate {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(now);
}

/** How many weekends some dates touch. */
export function weekendsOf(dates: Iterable<IsoDate>): number {
  const saturdays = new Set<IsoDate>();
  for (const date of dates) {
    if (weekday(date) >= 6) saturdays.add(plusDays(date, 6 - weekday(date)));
  }
  return saturdays.size;
}
