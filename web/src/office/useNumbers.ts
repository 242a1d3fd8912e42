import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const LOCALES: Record<string, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

export interface Numbers {
  number: (value: number) => string;
  signed: (value: number) => string;
  stamp: (at: string) => string;
  meeting: (at: string) => string;
}

/** Numbers, and moments with their year, as an office reads them. */
export function useNumbers(): Numbers {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = LOCALES[i18n.language] ?? "nb-NO";
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const signed = new Intl.NumberFormat(locale, {
      maximumFractionDigits: 1,
      signDisplay: "exceptZero",
    });
    const stamp = new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "medium",
      timeZone: "Europe/Oslo",
    });
    const meeting = new Intl.DateTimeFormat(locale, {
      dateStyle: "full",
      timeStyle: "short",
      timeZone: "Europe/Oslo",
    });
    return {
      number: (value) => number.format(value),
      signed: (value) => signed.format(value),
      stamp: (at) => stamp.format(new Date(at)),
      meeting: (at) => meeting.format(new Date(at)),
    };
  }, [i18n.language]);
}
