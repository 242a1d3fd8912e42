import { useTranslation } from "react-i18next";
import { ChoiceField, DateField, NumberField, SeveralField, TextField } from "../../../manager/form/Fields";
import { useNumbers } from "../../../manager/roster/numbers";
import type { Materials, Of } from "../useScenarios";
import type { FieldsProps } from "./fields";
import { shareOf } from "./shares";

/** People by name, group and post: who somebody is, and nothing more. */
function usePeopleOptions(materials: Materials) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const groups = new Map(materials.groups.map((group) => [group.id, group.name]));
  return materials.people.map((person) => ({
    value: person.id,
    label: t("web.sharing.scenario.person", {
      name: person.name,
      group: groups.get(person.group) ?? person.group,
      percent: decimal(person.percent),
    }),
  }));
}

interface PeopleProps {
  label: string;
  people: string[];
  error?: string;
  materials: Materials;
  change: (part: { people: string[] }) => void;
}

function PeopleField({ label, people, error, materials, change }: PeopleProps) {
  const options = usePeopleOptions(materials);
  return (
    <SeveralField
      label={label}
      values={people}
      options={options}
      error={error}
      change={(chosen) => change({ people: chosen })}
    />
  );
}

/** People learn something, and may get a personal delegation. */
export function TrainFields({ value, change, wrong, materials }: FieldsProps<Of<"train">>) {
  const { t } = useTranslation();
  const none = { value: "", label: t("web.sharing.scenario.train.no_task") };
  const hours = shareOf(value.hours);
  return (
    <>
      <PeopleField label={t("web.sharing.scenario.train.people")} people={value.people} error={wrong("people")} materials={materials} change={change} />
      <div className="fields">
        <NumberField
          label={t("web.sharing.scenario.train.hours")}
          suffix={t("web.sharing.scenario.hours")}
          value={Number.isNaN(hours) ? null : hours}
          error={wrong("hours")}
          change={(typed) => change({ hours: typed === null ? "" : String(typed) })}
        />
        <ChoiceField
          label={t("web.sharing.scenario.train.task")}
          value={value.task ?? ""}
          options={[none, ...materials.tasks.map((task) => ({ value: task.id, label: task.name }))]}
          change={(task) => change({ task: task || null })}
        />
        <DateField
          label={t("web.sharing.scenario.train.ready")}
          hint={t("web.sharing.scenario.train.ready.hint")}
          value={value.ready}
          change={(ready) => change({ ready })}
        />
        <DateField
          label={t("web.sharing.scenario.train.last")}
          value={value.last}
          error={wrong("last")}
          change={(last) => change({ last: last ?? "" })}
        />
        {value.task && (
          <TextField
            label={t("web.sharing.scenario.train.signed_by")}
            most={120}
            value={value.signed_by}
            error={wrong("signed_by")}
            change={(signed_by) => change({ signed_by })}
          />
        )}
      </div>
      <SeveralField
        label={t("web.sharing.scenario.train.gives")}
        values={value.gives}
        options={materials.competences.map((one) => ({ value: one.id, label: one.name }))}
        error={wrong("gives")}
        change={(gives) => change({ gives })}
      />
    </>
  );
}

/** People may be rostered in more units than before. */
export function ShareStaffFields({ value, change, wrong, materials }: FieldsProps<Of<"share_staff">>) {
  const { t } = useTranslation();
  return (
    <>
      <PeopleField label={t("web.sharing.scenario.share_staff.people")} people={value.people} error={wrong("people")} materials={materials} change={change} />
      <SeveralField
        label={t("web.sharing.scenario.share_staff.units")}
        values={value.units}
        options={materials.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        error={wrong("units")}
        change={(units) => change({ units })}
      />
    </>
  );
}

/** Posts that are not filled again. */
export function VacateFields({ value, change, wrong, materials }: FieldsProps<Of<"vacate">>) {
  const { t } = useTranslation();
  const people = { people: value.people, error: wrong("people"), materials, change };
  return <PeopleField label={t("web.sharing.scenario.vacate.people")} {...people} />;
}

/** Positions become larger. */
export function EnlargeFields({ value, change, wrong, materials }: FieldsProps<Of<"enlarge">>) {
  const { t } = useTranslation();
  const people = { people: value.people, error: wrong("people"), materials, change };
  return (
    <>
      <PeopleField label={t("web.sharing.scenario.enlarge.people")} {...people} />
      <NumberField
        label={t("web.sharing.scenario.enlarge.percent")}
        hint={t("web.sharing.scenario.enlarge.percent.hint")}
        suffix="%"
        value={value.percent}
        error={wrong("percent")}
        change={(percent) => change({ percent: percent ?? NaN })}
      />
    </>
  );
}
