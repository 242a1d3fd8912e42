import { useTranslation } from "react-i18next";
import { ChoiceField, NumberField, SeveralField, TickField } from "../../../manager/form/Fields";
import { useWeekdays } from "../../../manager/unit/useWeekdays";
import { useNumbers } from "../../../manager/roster/numbers";
import type { Materials, Of } from "../useScenarios";
import type { FieldsProps } from "./fields";
import { fromPercent, percentOf, type Share } from "./shares";

/** Tasks by name, with the hours that they take in a week and whether anybody may take them over. */
function useTaskOptions(materials: Materials) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  return materials.tasks.map((task) => ({
    value: task.id,
    label: t(task.approved ? "web.sharing.scenario.task" : "web.sharing.scenario.task.unapproved", {
      name: task.name,
      hours: decimal(task.hours),
    }),
  }));
}

export function useGroupOptions(materials: Materials) {
  const { t } = useTranslation();
  const choose = { value: "", label: t("web.manager.choose") };
  return [choose, ...materials.groups.map((group) => ({ value: group.id, label: group.name }))];
}

interface ShareProps {
  label: string;
  hint?: string;
  value: Share;
  error?: string;
  change: (share: string) => void;
}

function ShareField({ label, hint, value, error, change }: ShareProps) {
  return (
    <NumberField
      label={label}
      hint={hint}
      suffix="%"
      value={percentOf(value)}
      error={error}
      change={(percent) => change(fromPercent(percent))}
    />
  );
}

/** Tasks go from some groups to another. */
export function MoveFields({ value, change, wrong, materials }: FieldsProps<Of<"move">>) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  const tasks = useTaskOptions(materials);
  const groups = useGroupOptions(materials);
  return (
    <>
      <SeveralField
        label={t("web.sharing.scenario.tasks")}
        values={value.tasks}
        options={tasks}
        error={wrong("tasks")}
        change={(chosen) => change({ tasks: chosen })}
      />
      <div className="fields">
        <ChoiceField
          label={t("web.sharing.scenario.to")}
          value={value.to}
          options={groups}
          error={wrong("to")}
          change={(to) => change({ to })}
        />
        <ShareField
          label={t("web.sharing.scenario.share")}
          value={value.share}
          error={wrong("share")}
          change={(share) => change({ share })}
        />
      </div>
      <SeveralField
        label={t("web.sharing.scenario.givers")}
        hint={t("web.sharing.scenario.givers.hint")}
        values={value.givers}
        options={groups.slice(1)}
        change={(givers) => change({ givers })}
      />
      <SeveralField
        label={t("web.sharing.scenario.weekdays")}
        values={value.weekdays}
        options={weekdays}
        error={wrong("weekdays")}
        change={(days) => change({ weekdays: days })}
      />
      <TickField
        label={t("web.sharing.scenario.slack")}
        hint={t("web.sharing.scenario.slack.hint")}
        value={value.slack}
        change={(slack) => change({ slack })}
      />
      {value.slack && (
        <SeveralField
          label={t("web.sharing.scenario.in_return")}
          hint={t("web.sharing.scenario.in_return.hint")}
          values={value.in_return}
          options={tasks}
          error={wrong("in_return")}
          change={(chosen) => change({ in_return: chosen })}
        />
      )}
    </>
  );
}

/** A task, or a share of it, is left out. */
export function DropFields({ value, change, wrong, materials }: FieldsProps<Of<"drop">>) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  const choose = { value: "", label: t("web.manager.choose") };
  const tasks = useTaskOptions(materials);
  return (
    <>
      <div className="fields">
        <ChoiceField
          label={t("web.sharing.scenario.drop.task")}
          value={value.task}
          options={[choose, ...tasks]}
          error={wrong("task")}
          change={(task) => change({ task })}
        />
        <ShareField
          label={t("web.sharing.scenario.drop.share")}
          value={value.share}
          error={wrong("share")}
          change={(share) => change({ share })}
        />
      </div>
      <SeveralField
        label={t("web.sharing.scenario.weekdays")}
        values={value.weekdays}
        options={weekdays}
        error={wrong("weekdays")}
        change={(days) => change({ weekdays: days })}
      />
    </>
  );
}

/** Roster planning is automated and pooled. */
export function PlanningFields({ value, change, wrong, materials }: FieldsProps<Of<"planning">>) {
  const { t } = useTranslation();
  const choose = { value: "", label: t("web.manager.choose") };
  const tasks = useTaskOptions(materials);
  const groups = useGroupOptions(materials);
  return (
    <div className="fields">
      <ChoiceField
        label={t("web.sharing.scenario.planning.task")}
        value={value.task}
        options={[choose, ...tasks]}
        error={wrong("task")}
        change={(task) => change({ task })}
      />
      <ChoiceField
        label={t("web.sharing.scenario.planning.to")}
        value={value.to}
        options={groups}
        error={wrong("to")}
        change={(to) => change({ to })}
      />
      <ShareField
        label={t("web.sharing.scenario.automation")}
        hint={t("web.sharing.scenario.automation.hint")}
        value={value.automation}
        error={wrong("automation")}
        change={(automation) => change({ automation })}
      />
      <ShareField
        label={t("web.sharing.scenario.pooling")}
        hint={t("web.sharing.scenario.pooling.hint")}
        value={value.pooling}
        error={wrong("pooling")}
        change={(pooling) => change({ pooling })}
      />
    </div>
  );
}
