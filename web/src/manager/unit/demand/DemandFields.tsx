import { Radio, Fieldset } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { DateField, NumberField, SeveralField, TextField, TickField } from "../../form/Fields";
import { Repeated } from "../../form/Repeated";
import { SpanFields } from "../../form/SpanFields";
import type { FieldsProps } from "../../ward/EntryDialog";
import type { DemandRow } from "../../ward/sections";
import { CompetenceNeed } from "../CompetenceNeed";
import { named, useLegend } from "../useLegend";
import { useWeekdays } from "../useWeekdays";

/** A row of the staffing plan. */
export function DemandFields(props: FieldsProps<DemandRow>) {
  const { value, change, wrong } = props;
  const { t } = useTranslation();
  const legend = useLegend();
  return (
    <>
      <TextField
        label={t("web.manager.demand.name")}
        hint={t("web.manager.demand.name.hint")}
        value={value.name}
        error={wrong("name")}
        change={(name) => change({ name })}
      />
      <Form {...props} />
      {value.curve.length > 0 ? <Curve {...props} /> : <Levels {...props} />}
      <CompetenceNeed
        value={value.competence}
        competences={legend.competences}
        change={(competence) => change({ competence })}
      />
      {legend.units.length > 1 && (
        <SeveralField
          label={t("web.manager.units")}
          values={value.units}
          options={legend.units.map(named)}
          error={wrong("units")}
          change={(units) => change({ units })}
        />
      )}
      <Days {...props} />
      {value.curve.length === 0 && (
        <TickField
          label={t("web.manager.demand.exclusive")}
          hint={t("web.manager.demand.exclusive.hint")}
          value={value.exclusive}
          change={(exclusive) => change({ exclusive })}
        />
      )}
    </>
  );
}

/** Whether people are counted on shifts or through the day. */
function Form({ value, change, wrong }: FieldsProps<DemandRow>) {
  const { t } = useTranslation();
  const { shifts } = useLegend();
  const id = useId();
  const curved = value.curve.length > 0;
  const point = { start: "07:00", end: "15:00", minimum: 1, target: 1 };
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>{t("web.manager.demand.form")}</Fieldset.Legend>
        <Radio
          name={id}
          value="shifts"
          label={t("web.manager.demand.form.shifts")}
          checked={!curved}
          onChange={() => change({ curve: [] })}
        />
        <Radio
          name={id}
          value="curve"
          label={t("web.manager.demand.form.curve")}
          checked={curved}
          onChange={() => change({ shifts: [], exclusive: false, curve: [point] })}
        />
      </Fieldset>
      {!curved && (
        <SeveralField
          label={t("web.manager.demand.shifts")}
          values={value.shifts}
          options={shifts.map(named)}
          error={wrong("shifts")}
          change={(codes) => change({ shifts: codes })}
        />
      )}
    </>
  );
}

function Levels({ value, change, wrong }: FieldsProps<DemandRow>) {
  const { t } = useTranslation();
  return (
    <div className="fields">
      <NumberField
        whole
        label={t("web.manager.demand.minimum")}
        hint={t("web.manager.demand.minimum.hint")}
        value={value.minimum}
        error={wrong("minimum")}
        change={(minimum) => change({ minimum: minimum ?? NaN })}
      />
      <NumberField
        whole
        label={t("web.manager.demand.target")}
        hint={t("web.manager.demand.target.hint")}
        value={value.target}
        error={wrong("target")}
        change={(target) => change({ target: target ?? NaN })}
      />
      <NumberField
        whole
        label={t("web.manager.demand.maximum")}
        hint={t("web.manager.demand.maximum.hint")}
        value={value.maximum}
        error={wrong("maximum")}
        change={(maximum) => change({ maximum })}
      />
    </div>
  );
}

function Curve({ value, change, wrong }: FieldsProps<DemandRow>) {
  const { t } = useTranslation();
  const last = value.curve.at(-1);
  return (
    <Repeated
      label={t("web.manager.demand.points")}
      hint={t("web.manager.demand.points.hint")}
      add={t("web.manager.demand.points.add")}
      values={value.curve}
      blank={() => ({ start: last?.end ?? "07:00", end: "22:00", minimum: 1, target: 1 })}
      change={(curve) => change({ curve })}
    >
      {(point, set, n) => (
        <>
          <TextField
            type="time"
            label={t("web.manager.demand.from")}
            value={point.start}
            error={wrong(`curve.${n}`)}
            change={(start) => set({ start })}
          />
          <TextField
            type="time"
            label={t("web.manager.demand.to")}
            value={point.end}
            change={(end) => set({ end })}
          />
          <NumberField
            whole
            label={t("web.manager.demand.minimum")}
            value={point.minimum}
            change={(minimum) => set({ minimum: minimum ?? NaN })}
          />
          <NumberField
            whole
            label={t("web.manager.demand.target")}
            value={point.target}
            change={(target) => set({ target: target ?? NaN })}
          />
        </>
      )}
    </Repeated>
  );
}

function Days({ value, change, wrong }: FieldsProps<DemandRow>) {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  const dates = (field: "only_dates" | "except_dates") => (
    <Repeated
      label={t(`web.manager.demand.${field}`)}
      hint={t(`web.manager.demand.${field}.hint`)}
      add={t("web.manager.demand.date.add")}
      values={value[field].map((date) => ({ date }))}
      blank={() => ({ date: "" })}
      change={(held) => change({ [field]: held.map((one) => one.date) })}
    >
      {(one, set) => (
        <DateField
          label={t("web.manager.demand.date")}
          value={one.date}
          change={(date) => set({ date: date ?? "" })}
        />
      )}
    </Repeated>
  );
  return (
    <>
      <SeveralField
        label={t("web.manager.demand.weekdays")}
        values={value.weekdays}
        options={weekdays}
        error={wrong("weekdays")}
        change={(days) => change({ weekdays: days })}
      />
      <div className="fields">
        <SpanFields value={value} error={wrong("last")} change={change} />
      </div>
      {dates("except_dates")}
      {dates("only_dates")}
    </>
  );
}
