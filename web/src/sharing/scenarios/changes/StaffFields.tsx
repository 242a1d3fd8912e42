import { useTranslation } from "react-i18next";
import { ChoiceField, NumberField, SeveralField, TextField } from "../../../manager/form/Fields";
import { Repeated } from "../../../manager/form/Repeated";
import { useWeekdays } from "../../../manager/unit/useWeekdays";
import type { Of } from "../useScenarios";
import type { FieldsProps } from "./fields";
import { useGroupOptions } from "./TaskFields";

/** New posts of a group on a shift of their own. */
export function StaffFields({ value, change, wrong, materials }: FieldsProps<Of<"add_staff">>) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  const groups = useGroupOptions(materials);
  const shift = (part: Partial<typeof value.shift>) => change({ shift: { ...value.shift, ...part } });
  return (
    <>
      <div className="fields">
        <ChoiceField
          label={t("web.sharing.scenario.group")}
          value={value.group}
          options={groups}
          error={wrong("group")}
          change={(group) => change({ group })}
        />
        <NumberField
          whole
          label={t("web.sharing.scenario.heads")}
          hint={t("web.sharing.scenario.heads.hint")}
          value={value.heads}
          error={wrong("heads")}
          change={(heads) => change({ heads: heads ?? NaN })}
        />
      </div>
      <div className="fields">
        <TextField
          label={t("web.sharing.scenario.code")}
          hint={t("web.sharing.scenario.code.hint")}
          most={24}
          value={value.shift.code}
          error={wrong("code")}
          change={(code) => shift({ code })}
        />
        <TextField
          type="time"
          label={t("web.sharing.scenario.start")}
          value={value.shift.start}
          error={wrong("start")}
          change={(start) => shift({ start })}
        />
        <TextField
          type="time"
          label={t("web.sharing.scenario.end")}
          value={value.shift.end}
          error={wrong("end")}
          change={(end) => shift({ end })}
        />
        <NumberField
          whole
          label={t("web.sharing.scenario.break")}
          suffix={t("web.sharing.scenario.minutes")}
          value={value.shift.unpaid_break}
          change={(minutes) => shift({ unpaid_break: minutes ?? 0 })}
        />
      </div>
      <SeveralField
        label={t("web.sharing.scenario.weekdays")}
        values={value.weekdays}
        options={weekdays}
        error={wrong("weekdays")}
        change={(days) => change({ weekdays: days })}
      />
      <Repeated
        label={t("web.sharing.scenario.posts")}
        hint={t("web.sharing.scenario.posts.hint")}
        add={t("web.sharing.scenario.posts.add")}
        values={value.posts.map((percent) => ({ percent }))}
        blank={() => ({ percent: 100 })}
        error={wrong("posts")}
        change={(posts) => change({ posts: posts.map((post) => post.percent) })}
      >
        {(post, set) => (
          <NumberField
            label={t("web.sharing.scenario.percent")}
            suffix="%"
            value={post.percent}
            change={(percent) => set({ percent: percent ?? NaN })}
          />
        )}
      </Repeated>
      <NumberField
        label={t("web.sharing.scenario.full_time")}
        suffix={t("web.sharing.scenario.hours_week")}
        value={value.full_time_hours}
        change={(hours) => change({ full_time_hours: hours ?? 35.5 })}
      />
    </>
  );
}
