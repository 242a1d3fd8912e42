import { Button, Details, Textfield } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../../dates/dates";
import { ChoiceField, DateField, NumberField, SeveralField, TextField } from "../../form/Fields";
import type { FieldsProps } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { named, useLegend } from "../useLegend";
import { CompetenceFields } from "./CompetenceFields";
import { ExemptionFields } from "./ExemptionFields";
import { ended } from "./person";
import { PositionFields } from "./PositionFields";

const KINDS = ["permanent", "temp", "on_call", "agency", "student", "manager"] as const;

/** Who somebody is, what the contract says, what the person can do and is spared from. */
export function PersonFields(props: FieldsProps<Person>) {
  const { value, change, wrong, fresh } = props;
  const { t } = useTranslation();
  const legend = useLegend();
  const groups = useId();
  return (
    <>
      <div className="fields">
        <TextField
          label={t("web.manager.staff.name")}
          value={value.name}
          most={120}
          error={wrong("name")}
          change={(name) => change({ name })}
        />
        <Textfield
          label={t("web.manager.staff.group")}
          description={t("web.manager.staff.group.hint")}
          value={value.group}
          list={groups}
          onChange={(event) => change({ group: event.target.value })}
        />
        <datalist id={groups}>
          {legend.groups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
        <ChoiceField
          label={t("web.manager.staff.kind")}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`web.manager.staffkind.${kind}`) }))}
          change={(kind) => change({ kind: kind as Person["kind"] })}
        />
      </div>
      <PositionFields {...props} units={legend.units} />
      <CompetenceFields {...props} legend={legend} />
      <ExemptionFields {...props} shifts={legend.shifts} />
      <Details>
        <Details.Summary>{t("web.manager.staff.more")}</Details.Summary>
        <Details.Content>
          <More {...props} />
        </Details.Content>
      </Details>
      {!fresh && <Ending value={value} change={change} />}
    </>
  );
}

function More({ value, change, wrong }: FieldsProps<Person>) {
  const { t } = useTranslation();
  const { units } = useLegend();
  return (
    <div className="stack">
      {units.length > 1 && (
        <>
          <ChoiceField
            label={t("web.manager.staff.home")}
            value={value.home_unit}
            options={units.map(named)}
            change={(home_unit) => change({ home_unit })}
          />
          <SeveralField
            label={t("web.manager.staff.others")}
            hint={t("web.manager.staff.others.hint")}
            values={value.other_units}
            options={units.filter((unit) => unit.code !== value.home_unit).map(named)}
            change={(other_units) => change({ other_units })}
          />
        </>
      )}
      <div className="fields">
        <NumberField
          label={t("web.manager.staff.max_hours")}
          hint={t("web.manager.staff.max_hours.hint")}
          value={value.max_hours}
          error={wrong("max_hours")}
          change={(max_hours) => change({ max_hours })}
        />
        <DateField
          label={t("web.manager.staff.minor")}
          hint={t("web.manager.staff.minor.hint")}
          value={value.minor_until}
          change={(minor_until) => change({ minor_until })}
        />
        <DateField
          label={t("web.manager.staff.since")}
          value={value.in_post_since}
          change={(in_post_since) => change({ in_post_since })}
        />
        <DateField
          label={t("web.manager.staff.weekend")}
          hint={t("web.manager.staff.weekend.hint")}
          value={value.weekend_from}
          change={(weekend_from) => change({ weekend_from })}
        />
      </div>
    </div>
  );
}

/** Somebody leaves: what is known of the past stays. */
function Ending({ value, change }: Pick<FieldsProps<Person>, "value" | "change">) {
  const { t } = useTranslation();
  const [last, setLast] = useState<string | null>(today());
  return (
    <Details>
      <Details.Summary>{t("web.manager.staff.end")}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <DateField
            label={t("web.manager.staff.end.last")}
            hint={t("web.manager.staff.end.hint")}
            value={last}
            change={setLast}
          />
          <div>
            <Button
              type="button"
              variant="secondary"
              disabled={!last}
              onClick={() => last && change(ended(value, last))}
            >
              {t("web.manager.staff.end.set")}
            </Button>
          </div>
        </div>
      </Details.Content>
    </Details>
  );
}
