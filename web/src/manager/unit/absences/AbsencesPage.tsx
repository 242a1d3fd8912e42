import { useTranslation } from "react-i18next";
import { plusDays, today } from "../../../dates/dates";
import { useFormats } from "../../../texts/useFormats";
import { ChoiceField, DateField, TickField } from "../../form/Fields";
import { EntriesPage } from "../../ward/EntriesPage";
import type { FieldsProps, Form, Wrong } from "../../ward/EntryDialog";
import { type Absence, KEYS } from "../../ward/sections";
import { useSection } from "../../ward/useSection";
import { backward } from "../staff/person";
import { named, useLegend } from "../useLegend";

const KINDS = [
  "vacation",
  "leave",
  "sick",
  "sick_child",
  "course",
  "time_off",
  "F3",
  "F4",
  "F5",
] as const;
/** Absence that ended longer ago than this is left out of the list; it is kept. */
const PAST_DAYS = 31;

/** Known absence: no duty is laid there. */
export function AbsencesPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = useNames();
  const words = ({ first, last }: Absence) =>
    last && last !== first
      ? t("web.manager.absence.span", { first: formats.dayYear(first), last: formats.dayYear(last) })
      : formats.dayYear(first);
  return (
    <EntriesPage
      section="absences"
      title={t("web.manager.unit.absences")}
      intro={t("web.manager.absences.intro")}
      none={t("web.manager.absences.none")}
      add={t("web.manager.absences.add")}
      blank={() => ({ person: "", first: today(), kind: "vacation", credited: true, day_off: false })}
      nameOf={(away) => names.get(away.person) ?? away.person}
      row={(away) => (
        <span>
          {[
            t(`web.manager.absence.${away.kind}`),
            words(away),
            away.day_off
              ? t("web.manager.absence.day_off")
              : !away.credited && t("web.manager.absence.uncredited"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
      shown={(all) =>
        all
          .filter((away) => (away.last ?? away.first) >= plusDays(today(), -PAST_DAYS))
          .sort((a, b) => a.first.localeCompare(b.first))
      }
      form={FORM}
    />
  );
}

function useNames(): Map<string, string> {
  const people = useSection("people").data?.items ?? [];
  return new Map(people.map((person) => [person.id, person.name]));
}

function Fields({ value, change, wrong }: FieldsProps<Absence>) {
  const { t } = useTranslation();
  const { shifts } = useLegend();
  const people = [...useNames()].sort(([, a], [, b]) => a.localeCompare(b, "nb"));
  const choose = { value: "", label: t("web.manager.choose") };
  return (
    <>
      <div className="fields">
        <ChoiceField
          label={t("web.manager.absence.person")}
          value={value.person}
          error={wrong("person")}
          options={[choose, ...people.map(([id, name]) => ({ value: id, label: name }))]}
          change={(person) => change({ person })}
        />
        <ChoiceField
          label={t("web.manager.absence.kind")}
          hint={t("web.manager.absence.kind.hint")}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`web.manager.absence.${kind}`) }))}
          change={(kind) => change({ kind: kind as Absence["kind"] })}
        />
        <DateField
          label={t("web.manager.absence.first")}
          value={value.first}
          error={wrong("first")}
          change={(first) => change({ first: first ?? "" })}
        />
        <DateField
          label={t("web.manager.absence.last")}
          hint={t("web.manager.absence.last.hint")}
          value={value.last}
          error={wrong("last")}
          change={(last) => change({ last })}
        />
      </div>
      <TickField
        label={t("web.manager.absence.credited")}
        hint={t("web.manager.absence.credited.hint")}
        value={value.credited}
        change={(credited) => change({ credited })}
      />
      <TickField
        label={t("web.manager.absence.over_day_off")}
        value={value.day_off}
        change={(day_off) => change({ day_off })}
      />
      {!value.day_off && value.credited && (
        <ChoiceField
          label={t("web.manager.absence.shift")}
          hint={t("web.manager.absence.shift.hint")}
          value={value.shift ?? ""}
          options={[{ value: "", label: t("web.manager.absence.shift.none") }, ...shifts.map(named)]}
          change={(shift) => change({ shift: shift || null })}
        />
      )}
    </>
  );
}

function check(value: Absence, others: Absence[]): Wrong {
  const wrong: Wrong = {};
  if (!value.person) wrong.person = "web.manager.wrong.choose";
  if (!value.first) wrong.first = "web.manager.wrong.date";
  if (backward(value)) wrong.last = "web.manager.wrong.backward";
  const twice = others.some((one) => KEYS.absences(one) === KEYS.absences(value));
  if (twice) wrong.first = "web.manager.wrong.absence.twice";
  return wrong;
}

const FORM: Form<Absence> = {
  Fields,
  check,
  tidy: (away) => (away.day_off ? { ...away, shift: null } : away),
};
