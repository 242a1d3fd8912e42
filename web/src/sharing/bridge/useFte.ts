import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Full-time years with one decimal, as everywhere in the reports. */
export function useFte(): (value: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = { nn: "nn-NO", en: "en-GB" }[i18n.language] ?? "nb-NO";
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return (value) => format.format(value);
  }, [i18n.language]);
}
