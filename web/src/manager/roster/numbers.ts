import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const LOCALES: Record<string, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

export interface Numbers {
  whole: (value: number) => string;
  /** With its sign, a plus too. */
  signed: (value: number) => string;
  share: (value: number) => string;
  decimal: (value: number) => string;
  kroner: (value: number) => string;
}

/** Numbers in the language that is spoken. */
export function useNumbers(): Numbers {
  const { i18n } = useTranslation();
  return useMemo(() => numbers(LOCALES[i18n.language] ?? "nb-NO"), [i18n.language]);
}

export function numbers(locale: string): Numbers {
  const made = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  return {
    whole: made({ maximumFractionDigits: 0 }),
    signed: made({ maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    share: made({ style: "percent", maximumFractionDigits: 1 }),
    decimal: made({ maximumFractionDigits: 1 }),
    kroner: made({ style: "currency", currency: "NOK", maximumFractionDigits: 0 }),
  };
}
