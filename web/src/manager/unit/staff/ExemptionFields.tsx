import { useTranslation } from "react-i18next";
import { SeveralField, TextField } from "../../form/Fields";
import { Repeated } from "../../form/Repeated";
import { SpanFields } from "../../form/SpanFields";
import type { FieldsProps } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { type Legend, named } from "../useLegend";
import { useWeekdays } from "../useWeekdays";

const KINDS = ["day", "evening", "night", "long", "office"] as const;

interface Props extends FieldsProps<Person> {
  shifts: Legend["shifts"];
}

/** Work that somebody is spared from; why is nobody's business here. */
export function ExemptionFields({ value, change, wrong, shifts }: Props) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  return (
    <Repeated
      label={t("web.manager.staff.exemptions")}
      hint={t("web.manager.staff.exemptions.hint")}
      add={t("web.manager.staff.exemptions.add")}
      values={value.exemptions}
      blank={() => ({ shifts: [], kinds: [], weekdays: [] })}
      change={(exemptions) => change({ exemptions })}
    >
      {(exemption, set, n) => (
        <>
          <SeveralField
            label={t("web.manager.staff.exemption.shifts")}
            values={exemption.shifts}
            options={shifts.map(named)}
            change={(codes) => set({ shifts: codes })}
          />
          <SeveralField
            label={t("web.manager.staff.exemption.kinds")}
            values={exemption.kinds}
            options={KINDS.map((kind) => ({ value: kind, label: t(`web.manager.shiftkind.${kind}`) }))}
            change={(kinds) => set({ kinds })}
          />
          <SeveralField
            label={t("web.manager.staff.exemption.weekdays")}
            values={exemption.weekdays}
            options={weekdays}
            change={(days) => set({ weekdays: days })}
          />
          <TextField
            type="time"
            label={t("web.manager.staff.exemption.before")}
            value={exemption.not_before ?? ""}
            change={(time) => set({ not_before: time || null })}
          />
          <TextField
            type="time"
            label={t("web.manager.staff.exemption.after")}
            value={exemption.not_after ?? ""}
            change={(time) => set({ not_after: time || null })}
          />
          <SpanFields value={exemption} error={wrong(`exemption.${n}`)} change={set} />
        </>
      )}
    </Repeated>
  );
}
