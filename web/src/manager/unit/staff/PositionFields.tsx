import { useTranslation } from "react-i18next";
import { useFormats } from "../../../texts/useFormats";
import { ChoiceField, NumberField, TickField } from "../../form/Fields";
import { Repeated } from "../../form/Repeated";
import { SpanFields } from "../../form/SpanFields";
import type { FieldsProps } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { type Legend, named } from "../useLegend";
import { blankPosition } from "./person";

interface Props extends FieldsProps<Person> {
  units: Legend["units"];
}

/** Positions with percent, full-time week and dates, and the hours they come to. */
export function PositionFields({ value, change, wrong, units }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Repeated
      label={t("web.manager.staff.positions")}
      add={t("web.manager.staff.positions.add")}
      values={value.positions}
      blank={() => blankPosition(value.home_unit, value.positions.length)}
      change={(positions) => change({ positions })}
    >
      {(position, set, n) => (
        <>
          <NumberField
            label={t("web.manager.staff.percent")}
            suffix="%"
            value={position.percent}
            error={wrong(`percent.${n}`)}
            change={(percent) => set({ percent: percent ?? NaN })}
          />
          <NumberField
            label={t("web.manager.staff.week")}
            hint={
              position.three_part
                ? t("web.manager.staff.week.three_part")
                : t("web.manager.staff.week.hours", {
                    hours: formats.hours((position.percent * position.full_time_hours * 60) / 100 || 0),
                  })
            }
            value={position.full_time_hours}
            error={wrong(`week.${n}`)}
            change={(hours) => set({ full_time_hours: hours ?? NaN })}
          />
          <SpanFields value={position} error={wrong(`position.${n}`)} change={set} />
          {units.length > 1 && (
            <ChoiceField
              label={t("web.manager.staff.position.unit")}
              value={position.unit}
              options={units.map(named)}
              change={(unit) => set({ unit })}
            />
          )}
          <TickField
            label={t("web.manager.staff.three_part")}
            hint={t("web.manager.staff.three_part.hint")}
            value={position.three_part}
            change={(three_part) => set({ three_part })}
          />
        </>
      )}
    </Repeated>
  );
}
