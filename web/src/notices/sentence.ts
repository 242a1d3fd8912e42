import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import type { Formats } from "../texts/useFormats";

export type Notice = Schemas["NoticeShape"];

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;

/** A fact as it is said: dates and moments with their weekday, in the reader's language. */
export function factInWords(value: string | number, formats: Formats): string | number {
  if (typeof value !== "string") return value;
  if (DATE.test(value)) return formats.dayLong(value);
  return MOMENT.test(value) ? formats.moment(value) : value;
}

/** What a notice says; a later service may tell what these screens have no words for. */
export function sentenceOf(
  notice: Pick<Notice, "kind" | "facts">,
  { t, exists, formats }: { t: TFunction; exists: (key: string) => boolean; formats: Formats },
): string {
  const key = `web.notice.${notice.kind}`;
  const facts: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(notice.facts)) facts[name] = factInWords(value, formats);
  return exists(key) ? t(key, facts) : t("web.notice.unknown");
}
