/** What must be in order, or be known of, before a roster is published. */

import type { Schemas } from "../../../api/client";
import { daysBetween, type IsoDate } from "../../../dates/dates";
import { figuresOf } from "../../../office/figures";
import { NOTICE_DAYS } from "../../../office/standing";

export type Check = "hard" | "under" | "short" | "comments" | "protocol" | "notice";
export type Weight = "fine" | "heed" | "stop";

export interface Finding {
  check: Check;
  weight: Weight;
  count: number;
}

interface Facts {
  grid: Schemas["Grid"];
  /** Comments without an answer. */
  unanswered: number;
  /** Whether both sides have signed the protocol of this very draft. */
  signed: boolean;
  start: IsoDate;
  today: IsoDate;
}

/** Days from today to a roster's first day, and whether that is too short without a reason. */
export function notice(start: IsoDate, today: IsoDate): { days: number; late: boolean } {
  const days = daysBetween(today, start);
  return { days, late: days < NOTICE_DAYS };
}

/** Everything that a manager should know of before pressing the button; only breaches stop. */
export function findings({ grid, unanswered, signed, start, today }: Facts): Finding[] {
  const { hard, coverage } = figuresOf(grid);
  const { days, late } = notice(start, today);
  const heed = (check: Check, count: number): Finding => ({ check, count, weight: count > 0 ? "heed" : "fine" });
  return [
    { check: "hard", count: hard, weight: hard > 0 ? "stop" : "fine" },
    heed("under", coverage.under),
    heed("short", coverage.short),
    heed("comments", unanswered),
    { check: "protocol", count: signed ? 1 : 0, weight: signed ? "fine" : "heed" },
    { check: "notice", count: days, weight: late ? "heed" : "fine" },
  ];
}
