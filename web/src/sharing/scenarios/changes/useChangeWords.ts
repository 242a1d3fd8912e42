import { useTranslation } from "react-i18next";
import { useNumbers } from "../../../manager/roster/numbers";
import { useWeekdays } from "../../../manager/unit/useWeekdays";
import type { Change, Materials } from "../useScenarios";
import { shareOf } from "./shares";

/** What a change says, in a sentence with names in place of ids. */
export function useChangeWords(materials: Materials | undefined): (change: Change) => string {
  const { t, i18n } = useTranslation();
  const { share, decimal } = useNumbers();
  const weekdays = useWeekdays("short");
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  const named = (kind: "tasks" | "groups" | "people" | "units") => {
    const names = new Map((materials?.[kind] ?? []).map((one) => [one.id, one.name]));
    return (ids: readonly string[]) => list.format(ids.map((id) => names.get(id) ?? id));
  };
  const [tasks, groups, people, units] = [named("tasks"), named("groups"), named("people"), named("units")];
  const days = (chosen: readonly number[]) =>
    chosen.length === 7
      ? t("web.sharing.scenario.every_day")
      : list.format(weekdays.filter((day) => chosen.includes(day.value)).map((day) => day.label));
  const part = (value: number | string) => (shareOf(value) === 1 ? t("web.sharing.scenario.all") : share(shareOf(value)));
  return (change) => {
    switch (change.kind) {
      case "move":
        return t(change.givers.length ? "web.sharing.scenario.says.move_from" : "web.sharing.scenario.says.move", {
          tasks: tasks(change.tasks),
          givers: groups(change.givers),
          to: groups([change.to]),
          share: part(change.share),
          days: days(change.weekdays),
        });
      case "add_staff":
        return t("web.sharing.scenario.says.add_staff", {
          count: change.heads,
          group: groups([change.group]),
          code: change.shift.code,
          start: change.shift.start,
          end: change.shift.end,
          days: days(change.weekdays),
          posts: list.format(change.posts.map((post) => `${decimal(post)} %`)),
        });
      case "drop":
        return t("web.sharing.scenario.says.drop", {
          task: tasks([change.task]),
          share: part(change.share),
          days: days(change.weekdays),
        });
      case "train":
        return t(change.task ? "web.sharing.scenario.says.train_task" : "web.sharing.scenario.says.train", {
          people: people(change.people),
          hours: decimal(shareOf(change.hours)),
          task: change.task ? tasks([change.task]) : "",
        });
      case "share_staff":
        return t("web.sharing.scenario.says.share_staff", { people: people(change.people), units: units(change.units) });
      case "planning":
        return t("web.sharing.scenario.says.planning", {
          automation: share(shareOf(change.automation)),
          pooling: share(shareOf(change.pooling)),
          to: groups([change.to]),
        });
      case "enlarge":
        return t("web.sharing.scenario.says.enlarge", { people: people(change.people), percent: decimal(change.percent) });
      case "vacate":
        return t("web.sharing.scenario.says.vacate", { people: people(change.people) });
    }
  };
}
