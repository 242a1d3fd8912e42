import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import type { OwnEffect, Part, Swap } from "./useSwaps";

const LONG_REST = 48 * 60;

/** Swaps in words: shifts, names, hours and rests, days off that move, where a request stands. */
export function useSwapWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  const duty = ({ name, shift, date, start, end }: Part["gives"]) =>
    t("web.swaps.duty", { shift: name || shift, date: formats.day(date), start, end });
  const names = (parts: Part[]) =>
    parts.map((part) => part.name).join(` ${t("web.swaps.and")} `);
  const hours = (minutes: number) => formats.hours(Math.abs(minutes));
  const rest = (minutes: number) =>
    minutes > LONG_REST ? t("web.swaps.rest.long") : t("web.swaps.rest.hours", { hours: hours(minutes) });
  const difference = (minutes: number) => {
    if (minutes === 0) return t("web.swaps.hours.same");
    return t(minutes > 0 ? "web.swaps.hours.more" : "web.swaps.hours.fewer", { hours: hours(minutes) });
  };
  return {
    duty,
    names,
    difference,
    /** Hours, and rests around the new shift. */
    around: (own: OwnEffect) => [
      difference(own.minutes),
      ...(own.rest_before === null ? [] : [t("web.swaps.rest.before", { rest: rest(own.rest_before) })]),
      ...(own.rest_after === null ? [] : [t("web.swaps.rest.after", { rest: rest(own.rest_after) })]),
    ],
    /** Days off that move or go, code by code. */
    off: ({ off_before, off_after }: Pick<OwnEffect, "off_before" | "off_after">) => {
      const codes = [...new Set(off_before.map((day) => day.code))].sort();
      return codes.map((code) => {
        const [from, to] = [off_before, off_after].map((all) => days(all.filter((day) => day.code === code)));
        const key = to ? "web.swaps.off.moves" : "web.swaps.off.goes";
        return t(key, { code: t(`web.code.${code}`), from, to });
      });
    },
    state: (swap: Swap) => {
      if (swap.state === "void") return t(`web.swaps.void.${swap.why}`);
      const waiting = swap.parts.filter((part) => part.answer === "waiting" && !part.mine);
      const declined = swap.parts.filter((part) => part.answer === "declined");
      const who = names(swap.state === "declined" ? declined : waiting);
      return t(`web.swaps.state.${swap.state}`, { who });
    },
  };

  function days(off: OwnEffect["off_before"]): string {
    return off.map(({ date }) => formats.day(date)).join(", ");
  }
}
