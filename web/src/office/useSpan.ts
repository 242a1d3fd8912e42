import { useTranslation } from "react-i18next";
import type { Period } from "../periods/usePeriods";
import { useFormats } from "../texts/useFormats";

/** A period's first and last date in words. */
export function useSpan(): (period: Pick<Period, "start" | "end">) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ start, end }) =>
    t("web.period.span", {
      first: start.slice(0, 4) === end.slice(0, 4) ? formats.dayShort(start) : formats.dayYear(start),
      last: formats.dayShort(end),
      year: end.slice(0, 4),
    });
}
