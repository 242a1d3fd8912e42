import { useTranslation } from "react-i18next";
import { useNumbers } from "../numbers";
import { plain, type Term } from "./terms";

/** A goal's value in words: hours, kroner, or so many of its unit. */
export function usePlain(): (term: Pick<Term, "term" | "value" | "unit">) => string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return ({ term, value, unit }) => {
    const told = plain(term, value);
    if (told.kind === "kroner") return numbers.kroner(told.value);
    if (told.kind === "hours") return t("web.manager.card.hours", { hours: numbers.decimal(told.value) });
    return t("web.manager.card.units", { value: numbers.whole(told.value), unit });
  };
}
