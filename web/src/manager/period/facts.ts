import type { Schemas } from "../../api/client";
import { daysBetween, type IsoDate, monday, plusDays } from "../../dates/dates";
import type { Period } from "../../periods/usePeriods";
import { fits } from "../form/numbers";
import { momentAt, wallTime } from "../roster/hearing/oslo";
import type { Wrong } from "../ward/EntryDialog";

/** A roster is made known this many days before it takes effect (AML § 10-3). */
const NOTICE = 14;
const USUAL_WEEKS = 12;
/** Wishes are best known this long before the roster must be: there must be time to discuss it. */
const BEFORE_NOTICE = 42;

/** A period's facts as they are typed: weeks instead of days, moments as on the wall. */
export interface TypedPeriod {
  name: string;
  start: IsoDate;
  weeks: number | null;
  mostWishes: number | null;
  mostStrong: number | null;
  wishesFrom: string;
  wishesTo: string;
  commentsTo: string;
}

export function typed(period: Period): TypedPeriod {
  const wall = (at: string | null | undefined) => (at ? wallTime(new Date(at)) : "");
  return {
    name: period.name,
    start: period.start,
    weeks: period.days / 7,
    mostWishes: period.most_wishes,
    mostStrong: period.most_strong,
    wishesFrom: wall(period.wishes_from),
    wishesTo: wall(period.wishes_to),
    commentsTo: wall(period.comments_to),
  };
}

/** The next period as it is proposed: straight after the last one, and as long. */
export function proposed(periods: Period[], today: IsoDate): TypedPeriod {
  const last = [...periods].sort((a, b) => a.end.localeCompare(b.end)).at(-1);
  const after = last && plusDays(last.end, 1) > today ? plusDays(last.end, 1) : undefined;
  const start = after ?? monday(plusDays(today, 77));
  const until = plusDays(start, -NOTICE - BEFORE_NOTICE);
  return {
    name: "",
    start,
    weeks: last ? last.days / 7 : USUAL_WEEKS,
    mostWishes: last?.most_wishes ?? 12,
    mostStrong: last?.most_strong ?? 3,
    wishesFrom: "",
    wishesTo: until > today ? `${until}T12:00` : "",
    commentsTo: "",
  };
}

/** The last day for publishing without a reason. */
export function publishBy(start: IsoDate): IsoDate {
  return plusDays(start, -NOTICE);
}

export function endOf({ start, weeks }: TypedPeriod): IsoDate | null {
  return start && daysOf(weeks) > 0 ? plusDays(start, daysOf(weeks) - 1) : null;
}

function daysOf(weeks: number | null): number {
  return Math.round((weeks ?? 0) * 7);
}

/** What is wrong, by field; ``others`` are the unit's other periods. */
export function checkPeriod(facts: TypedPeriod, others: Period[]): Wrong {
  const wrong: Wrong = {};
  if (!facts.name.trim()) wrong.name = "web.manager.wrong.name";
  else if (others.some((one) => one.name === facts.name.trim())) wrong.name = "web.manager.wrong.period.name";
  if (!facts.start) wrong.start = "web.manager.wrong.date";
  const days = (facts.weeks ?? NaN) * 7;
  if (!fits(Math.round(days * 1000) / 1000, 1, 371, true)) wrong.weeks = "web.manager.wrong.weeks";
  else if (overlapping(facts, others)) wrong.start = "web.manager.wrong.period.overlap";
  if (!fits(facts.mostWishes, 0, 371, true)) wrong.mostWishes = "web.manager.wrong.quota";
  if (!fits(facts.mostStrong, 0, 371, true)) wrong.mostStrong = "web.manager.wrong.quota";
  else if (Number(facts.mostStrong) > Number(facts.mostWishes)) wrong.mostStrong = "web.manager.wrong.strong";
  if (facts.wishesFrom && facts.wishesTo && facts.wishesTo <= facts.wishesFrom)
    wrong.wishesTo = "web.manager.wrong.backward";
  return wrong;
}

function overlapping(facts: TypedPeriod, others: Period[]): boolean {
  const end = endOf(facts);
  return !!end && others.some((one) => one.start <= end && facts.start <= one.end);
}

/** The facts as the service is told them; weights stay as they are. */
export function told(facts: TypedPeriod, weights: Period["weights"] = {}): Schemas["PeriodFacts"] {
  return {
    name: facts.name.trim(),
    start: facts.start,
    days: daysOf(facts.weeks),
    wishes_from: momentAt(facts.wishesFrom),
    wishes_to: momentAt(facts.wishesTo),
    comments_to: momentAt(facts.commentsTo),
    most_wishes: facts.mostWishes ?? 0,
    most_strong: facts.mostStrong ?? 0,
    weights,
  };
}

/** How many days wishes are open, where both ends are set. */
export function openDays({ wishesFrom, wishesTo }: TypedPeriod): number | null {
  if (!wishesFrom || !wishesTo || wishesTo <= wishesFrom) return null;
  return daysBetween(wishesFrom.slice(0, 10), wishesTo.slice(0, 10)) + 1;
}
