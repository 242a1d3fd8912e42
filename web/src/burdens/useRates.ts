import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const LOCALES: Record<string, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** Points per full-time post, with one decimal, and points with their sign. */
export function useRates(): { rate: (value: number) => string; signed: (value: number) => string } {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = LOCALES[i18n.language] ?? "nb-NO";
    const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const signed = new Intl.NumberFormat(locale, { signDisplay: "exceptZero" });
    return { rate: (value) => rate.format(value), signed: (value) => signed.format(value) };
  }, [i18n.language]);
}
