import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import type { Measure } from "./useComparisons";

/** A measure's values as people read them, in its own unit. */
export function useMeasured() {
  const { t } = useTranslation();
  const { whole, decimal, share, kroner, signed } = useNumbers();
  const value = (unit: Measure["unit"], amount: number): string => {
    if (unit === "nok") return kroner(amount);
    if (unit === "points") return whole(amount);
    if (unit === "share") return share(amount);
    if (unit === "percent") return share(amount / 100);
    return unit === "hours" ? t("web.sharing.effects.hours", { amount: decimal(amount) }) : decimal(amount);
  };
  /** How much more or less than as things are, with its sign. */
  const difference = (unit: Measure["unit"], amount: number): string => {
    const sign = amount > 0 ? "+" : amount < 0 ? "−" : "";
    if (unit === "share") return t("web.sharing.comparison.points_percent", { amount: signed(amount * 100) });
    if (unit === "percent") return t("web.sharing.comparison.points_percent", { amount: signed(amount) });
    return `${sign}${value(unit, Math.abs(amount))}`;
  };
  return { value, difference };
}
