import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fromIso, type IsoDate } from "../dates/dates";

const LOCALES: Record<string, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const OSLO = "Europe/Oslo";

export interface Formats {
  day: (date: IsoDate) => string;
  dayLong: (date: IsoDate) => string;
  dayYear: (date: IsoDate) => string;
  dayShort: (date: IsoDate) => string;
  month: (date: IsoDate) => string;
  weekday: (date: IsoDate, width: "long" | "short" | "narrow") => string;
  moment: (at: string) => string;
  hours: (minutes: number) => string;
}

/** Dates, moments and hours in the language that is spoken. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formats(LOCALES[i18n.language] ?? "nb-NO"), [i18n.language]);
}

export function formats(locale: string): Formats {
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (date: IsoDate) => format.format(fromIso(date));
  };
  const moment = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: OSLO,
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const weekdays = {
    long: dated({ weekday: "long" }),
    short: dated({ weekday: "short" }),
    narrow: dated({ weekday: "narrow" }),
  };
  return {
    day: dated({ weekday: "short", day: "numeric", month: "short" }),
    dayLong: dated({ weekday: "long", day: "numeric", month: "long" }),
    dayYear: dated({ day: "numeric", month: "long", year: "numeric" }),
    dayShort: dated({ day: "numeric", month: "short" }),
    month: dated({ month: "long", year: "numeric" }),
    weekday: (date, width) => weekdays[width](date),
    moment: (at) => moment.format(new Date(at)),
    hours: (minutes) => number.format(minutes / 60),
  };
}
