import { useTranslation } from "react-i18next";
import { clock, line, natural } from "./values";
import type { NormValue } from "./useNorms";

/** Values of rules in words. */
export function useNormWords() {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language === "en" ? "en-GB" : `${i18n.language}-NO`, {
    maximumFractionDigits: 2,
  });
  const amount = (value: NormValue, held: unknown): string => {
    if (held === null || held === undefined) return t("web.manager.norm.unlimited");
    if (value.form === "truth") return t(held ? "web.manager.norm.yes" : "web.manager.norm.no");
    if (value.form === "list") return (held as unknown[]).map(line).join(", ") || t("web.manager.norm.nothing");
    if (value.unit === "clock") return clock(Number(held));
    const shown = number.format(natural(value.unit, Number(held)));
    const unit = value.unit.replace(" ", "_");
    return t(`web.manager.norm.unit.${unit}`, { number: shown, count: Number(held) });
  };
  const bounded = (value: NormValue, held: unknown): string => {
    const words = amount(value, held);
    const plain = value.form !== "number" || value.unit === "clock" || value.sense === "setting";
    if (plain || held === null) return words;
    return t(`web.manager.norm.${value.sense}`, { amount: words });
  };
  const source = (value: NormValue): string => {
    if (value.authority === "local" || value.paragraph === "local") return t("web.manager.norm.local");
    return value.paragraph;
  };
  const name = (rule: string, value: NormValue) => t(`value.${rule}.${value.value}`);
  return { amount, bounded, source, name, number };
}
