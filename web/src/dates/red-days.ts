import { plusDays, toIso, type IsoDate } from "./dates";

/** Norwegian holidays as keys of the catalogue, by date; other Sundays are not among them. */
export function redDays(year: number): Map<IsoDate, string> {
  const easter = easterSunday(year);
  const moving: [number, string][] = [
    [-3, "web.redday.maundy_thursday"],
    [-2, "web.redday.good_friday"],
    [0, "web.redday.easter"],
    [1, "web.redday.easter_monday"],
    [39, "web.redday.ascension"],
    [49, "web.redday.whit"],
    [50, "web.redday.whit_monday"],
  ];
  const found = new Map<IsoDate, string>([
    [`${year}-01-01`, "web.redday.new_year"],
    [`${year}-05-01`, "web.redday.may_1"],
    [`${year}-05-17`, "web.redday.may_17"],
    [`${year}-12-25`, "web.redday.christmas"],
    [`${year}-12-26`, "web.redday.christmas_2"],
  ]);
  for (const [days, name] of moving) {
    const date = plusDays(easter, days);
    if (!found.has(date)) found.set(date, name);
  }
  return found;
}

const years = new Map<number, Map<IsoDate, string>>();

/** The key of a holiday's name, undefined for other days. */
export function redDay(date: IsoDate): string | undefined {
  const year = Number(date.slice(0, 4));
  if (!years.has(year)) years.set(year, redDays(year));
  return years.get(year)?.get(date);
}

/** Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher). */
export function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return toIso(new Date(Date.UTC(year, month - 1, day)));
}
