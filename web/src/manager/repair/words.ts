import type { TFunction } from "i18next";
import type { Schemas } from "../../api/client";
import type { Formats } from "../../texts/useFormats";

type Fill = Schemas["Fill"];

/** How one opening is met, as a sentence. */
export function fillWords(t: TFunction, formats: Formats, names: Record<string, string>, fill: Fill): string {
  const { opening, released } = fill;
  return t(`web.manager.repair.way.${fill.way}`, {
    person: names[fill.person ?? ""] ?? "",
    shift: opening.shift,
    date: formats.dayLong(opening.date),
    back: released ? formats.dayLong(released.date) : "",
    released: released?.shift ?? "",
  });
}

const HOUR = 60;
const TWO_DAYS = 48 * HOUR;

/** Notice as hours, or as days where there are more than two. */
export function noticeWords(t: TFunction, formats: Formats, minutes: number | null): string {
  if (minutes === null) return t("web.manager.repair.notice.none");
  if (minutes >= TWO_DAYS) return t("web.manager.repair.notice.days", { count: Math.floor(minutes / (24 * HOUR)) });
  return t("web.manager.repair.notice.hours", { hours: formats.hours(Math.max(0, minutes)) });
}

/** Limits of which little is left, so that a tired reader sees what matters. */
export const NEAR_MINUTES = 10 * HOUR;

export function nearLimits(limits: Schemas["LimitUse"][]): Schemas["LimitUse"][] {
  return limits.filter((one) => one.rule === "overtime" || one.left <= NEAR_MINUTES);
}

export function limitWords(t: TFunction, { rule, value }: Schemas["LimitUse"]): string {
  return t(`web.manager.repair.limit.${rule}.${value}`);
}
