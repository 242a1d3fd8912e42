import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFormats } from "../texts/useFormats";

type Call = Pick<Schemas["CallShape"], "first" | "last" | "shifts" | "kinds">;

/** Dates and shifts of what somebody has said about extra shifts, in words. */
export function useCallWords(): { span: (call: Call) => string; shifts: (call: Call) => string } {
  const { t } = useTranslation();
  const formats = useFormats();
  return {
    span: ({ first, last }) =>
      first === last
        ? formats.dayYear(first)
        : t("web.calls.span", { first: formats.dayYear(first), last: formats.dayYear(last) }),
    shifts: ({ shifts, kinds }) =>
      [...kinds.map((kind) => t(`web.calls.kinds.${kind}`)), ...shifts].join(", ") || t("web.calls.any"),
  };
}
