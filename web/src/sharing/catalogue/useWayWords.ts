import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useTold } from "../useTold";

export type Way = Schemas["TaskWay"];

/** One way of being allowed to do a task, in words. */
export function useWayWords() {
  const { t } = useTranslation();
  const told = useTold();
  const way = (one: Way): string => {
    const any = one.any_of.map(told).join(t("web.sharing.or"));
    const needed = [...one.all_of.map(told), ...(any ? [any] : [])].join(t("web.sharing.and"));
    return one.delegation ? t("web.sharing.way.delegated", { needed }) : needed;
  };
  const staff = (one: Way): string => t("web.sharing.way.staff", { count: one.staff });
  return { way, staff };
}
