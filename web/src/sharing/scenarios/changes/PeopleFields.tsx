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

type People = "train" | "share_staff" | "vacate";

function PeopleField<K extends People>({ label, props }: { label: string; props: FieldsProps<Of<K>> }) {
  const options = usePeopleOptions(props.materials);
  const change = props.change as (part: { people: string[] }) => void;
  return (
    <SeveralField
      label={label}
      values={props.value.people}
      options={options}
      error={props.wrong("people")}
      change={(people) => change({ people })}
    />
  );
}

/** People learn something, and may get a personal delegation. */
export function TrainFields(props: FieldsProps<Of<"train">>) {
  const { value, change, wrong, materials } = props;
  const { t } = useTranslation();
  const none = { value: "", label: t("web.sharing.scenario.train.no_task") };
  const hours = shareOf(value.hours);
  return (
    <>
      <PeopleField label={t("web.sharing.scenario.train.people")} props={props} />
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
export function ShareStaffFields(props: FieldsProps<Of<"share_staff">>) {
  const { value, change, wrong, materials } = props;
  const { t } = useTranslation();
  return (
    <>
      <PeopleField label={t("web.sharing.scenario.share_staff.people")} props={props} />
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
export function VacateFields(props: FieldsProps<Of<"vacate">>) {
  const { t } = useTranslation();
  return <PeopleField label={t("web.sharing.scenario.vacate.people")} props={props} />;
}
