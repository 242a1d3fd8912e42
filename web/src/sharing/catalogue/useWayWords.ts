import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useTold } from "../useTold";

export type Way = Schemas["TaskWay"];

/** One way of being allowed to do a task, in words. */
export function useWayWords() {
  const { t, i18n } = useTranslation();
  const told = useTold();
  const way = (one: Way): string => {
    const any = listed(one.any_of.map(told), i18n.language, "disjunction");
    const needed = listed([...one.all_of.map(told), ...(any ? [any] : [])], i18n.language, "conjunction");
    return one.delegation ? t("web.sharing.way.delegated", { needed }) : needed;
  };
  const staff = (one: Way): string => t("web.sharing.way.staff", { count: one.staff });
  return { way, staff };
}

/** ``Sykepleier, vernepleier eller helsefagarbeider``: as one says it, in one sentence. */
export function listed(names: string[], language: string, type: "conjunction" | "disjunction"): string {
  const [first, ...others] = names;
  const lower = others.map((name) => name.charAt(0).toLocaleLowerCase() + name.slice(1));
  const locale = { nn: "nn-NO", en: "en-GB" }[language] ?? "nb-NO";
  return new Intl.ListFormat(locale, { type }).format(first === undefined ? [] : [first, ...lower]);
}
