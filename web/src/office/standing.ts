import type { Schemas } from "../api/client";
import { daysBetween, type IsoDate } from "../dates/dates";
import type { Period } from "../periods/usePeriods";

export type Publication = Schemas["PublicationShape"];

/** A roster is made known this many days before it takes effect (AML § 10-3). */
export const NOTICE_DAYS = 14;

/** How a period stands against the day by which its roster must be known. */
export type Standing =
  | { kind: "published"; onTime: boolean; daysAhead: number; reason: string }
  | { kind: "ahead"; days: number }
  | { kind: "late"; days: number }
  | { kind: "begun" };

/** The first publication tells whether people knew in time; later ones are changes of it. */
export function standingOf(
  period: Pick<Period, "start" | "publish_by">,
  publications: Publication[],
  today: IsoDate,
): Standing {
  const first = publications.reduce<Publication | undefined>(
    (least, one) => (least && least.number < one.number ? least : one),
    undefined,
  );
  if (first) {
    const { days_ahead: daysAhead, reason } = first;
    return { kind: "published", onTime: daysAhead >= NOTICE_DAYS, daysAhead, reason };
  }
  if (period.start <= today) return { kind: "begun" };
  const days = daysBetween(today, period.publish_by);
  return days >= 0 ? { kind: "ahead", days } : { kind: "late", days: -days };
}

/** The period that matters now: the next one without a roster, else the latest. */
export function currentPeriod<P extends Pick<Period, "start" | "stage">>(periods: P[]): P | undefined {
  const byStart = [...periods].sort((one, other) => one.start.localeCompare(other.start));
  return byStart.find((period) => period.stage !== "published") ?? byStart.at(-1);
}
