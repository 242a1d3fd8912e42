import { useTranslation } from "react-i18next";
import { useFormats } from "../../../texts/useFormats";
import { ChoiceField, NumberField, SeveralField, TextField, TickField } from "../../form/Fields";
import { fits } from "../../form/numbers";
import { EntriesPage } from "../../ward/EntriesPage";
import type { FieldsProps, Form, Wrong } from "../../ward/EntryDialog";
import type { ShiftType } from "../../ward/sections";
import { codeFault } from "../codes";
import { CompetenceNeed } from "../CompetenceNeed";
import { named, useLegend } from "../useLegend";
import { shiftMinutes } from "./minutes";

const KINDS = ["day", "evening", "night", "long", "office"] as const;
const PAYS = ["ordinary", "extra", "overtime", "moved"] as const;

/** Shift codes with their times and breaks. */
export function ShiftsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <EntriesPage
      section="shifts"
      title={t("web.manager.unit.shifts")}
      intro={t("web.manager.shifts.intro")}
      none={t("web.manager.shifts.none")}
      add={t("web.manager.shifts.add")}
      blank={blank}
      nameOf={(shift) => (shift.name ? `${shift.code} – ${shift.name}` : shift.code)}
      row={(shift) => (
        <span>
          {t("web.manager.shifts.row", {
            start: shift.start,
            end: shift.end,
            hours: formats.hours(shiftMinutes(shift)),
            kind: t(`web.manager.shiftkind.${shift.kind}`),
          })}
        </span>
      )}
      form={FORM}
    />
  );
}

function blank(): ShiftType {
  return {
    code: "",
    name: "",
    kind: "day",
    start: "07:30",
    end: "15:00",
    crosses_midnight: false,
    unpaid_break: 0,
    paid_break: null,
    pay: "ordinary",
    units: [],
    requires: { all_of: [], any_of: [] },
    counts: true,
    colour: "",
  };
}

function Fields({ value, change, wrong, fresh }: FieldsProps<ShiftType>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const legend = useLegend();
  const minutes = shiftMinutes(value);
  return (
    <>
      <div className="fields">
        <TextField
          label={t("web.manager.code")}
          hint={t(fresh ? "web.manager.shifts.code.hint" : "web.manager.code.fixed")}
          value={value.code}
          most={24}
          fixed={!fresh}
          error={wrong("code")}
          change={(code) => change({ code })}
        />
        <TextField
          label={t("web.manager.shifts.name")}
          value={value.name}
          change={(name) => change({ name })}
        />
        <ChoiceField
          label={t("web.manager.shifts.kind")}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`web.manager.shiftkind.${kind}`) }))}
          change={(kind) => change({ kind: kind as ShiftType["kind"] })}
        />
      </div>
      <div className="fields">
        <TextField
          type="time"
          label={t("web.manager.shifts.start")}
          value={value.start}
          error={wrong("start")}
          change={(start) => change(turned(value, { start }))}
        />
        <TextField
          type="time"
          label={t("web.manager.shifts.end")}
          value={value.end === "24:00" ? "00:00" : value.end}
          error={wrong("end")}
          change={(end) => change(turned(value, { end }))}
        />
        <NumberField
          whole
          label={t("web.manager.shifts.unpaid")}
          value={value.unpaid_break}
          error={wrong("unpaid_break")}
          change={(unpaid) => change({ unpaid_break: unpaid ?? 0 })}
        />
        <NumberField
          whole
          label={t("web.manager.shifts.paid")}
          hint={t("web.manager.shifts.paid.hint")}
          value={value.paid_break}
          error={wrong("paid_break")}
          change={(paid) => change({ paid_break: paid })}
        />
      </div>
      <p role="status">
        {value.crosses_midnight && `${t("web.manager.shifts.crosses")} `}
        {minutes > 0 && t("web.manager.shifts.hours", { hours: formats.hours(minutes) })}
      </p>
      <CompetenceNeed
        value={value.requires}
        competences={legend.competences}
        change={(requires) => change({ requires })}
      />
      {legend.units.length > 1 && (
        <SeveralField
          label={t("web.manager.units")}
          hint={t("web.manager.units.all")}
          values={value.units}
          options={legend.units.map(named)}
          change={(units) => change({ units })}
        />
      )}
      <ChoiceField
        label={t("web.manager.shifts.pay")}
        value={value.pay}
        options={PAYS.map((pay) => ({ value: pay, label: t(`web.manager.pay.${pay}`) }))}
        change={(pay) => change({ pay: pay as ShiftType["pay"] })}
      />
      <TickField
        label={t("web.manager.shifts.counts")}
        hint={t("web.manager.shifts.counts.hint")}
        value={value.counts}
        change={(counts) => change({ counts })}
      />
    </>
  );
}

/** Other times; a shift that ends no later than it starts ends on the day after. */
function turned(value: ShiftType, part: Partial<ShiftType>): Partial<ShiftType> {
  const { start, end } = { ...value, ...part };
  return { ...part, crosses_midnight: end <= start };
}

function check(value: ShiftType, others: ShiftType[]): Wrong {
  const wrong: Wrong = {};
  const code = codeFault(value.code, others.map((one) => one.code));
  if (code) wrong.code = code;
  if (!value.start) wrong.start = "web.manager.wrong.time";
  if (!value.end) wrong.end = "web.manager.wrong.time";
  else if (shiftMinutes(value) <= 0) wrong.unpaid_break = "web.manager.wrong.break";
  if (!fits(value.unpaid_break, 0, 240, true)) wrong.unpaid_break = "web.manager.wrong.minutes";
  const paid = value.paid_break ?? null;
  if (paid !== null && !fits(paid, 0, 240, true)) wrong.paid_break = "web.manager.wrong.minutes";
  return wrong;
}

const FORM: Form<ShiftType> = {
  Fields,
  check,
  tidy: (shift) => ({ ...shift, code: shift.code.trim() }),
};
