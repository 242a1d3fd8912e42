import { useTranslation } from "react-i18next";
import type { Choice } from "../../outbox/entry";
import type { WishedDay } from "./my-days";

/** Wishes in words, and as the few letters that fit on a day. */
export function useWishWords() {
  const { t } = useTranslation();
  const mark = ({ kind, shifts = [] }: Choice): string => {
    if (!shifts.length) return t(kind === "avoid" ? "web.wish.mark.off" : "web.wish.mark.any");
    const sign = kind === "avoid" ? "web.wish.mark.avoid" : "web.wish.mark.want";
    return t(sign, { shifts: shifts.join("/") });
  };
  const words = ({ kind, shifts = [] }: Choice): string => {
    if (!shifts.length) return t(kind === "avoid" ? "web.wish.off" : "web.wish.any");
    const sentence = kind === "avoid" ? "web.wish.avoid" : "web.wish.want";
    return t(sentence, { shifts: shifts.join(", ") });
  };
  const strength = ({ strength = 2 }: Choice): string => t(`web.strength.${strength}`);
  const state = (day: WishedDay): string => {
    if (day.state === "refused") return t("web.wish.state.refused");
    if (day.state === "kept") return "";
    return t(day.gone ? "web.wish.state.going" : "web.wish.state.waiting");
  };
  return { mark, words, strength, state };
}
