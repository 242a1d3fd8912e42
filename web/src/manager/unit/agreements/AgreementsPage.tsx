import { useTranslation } from "react-i18next";
import { today } from "../../../dates/dates";
import { NamesPanel } from "../../../office/NamesPanel";
import { useFormats } from "../../../texts/useFormats";
import { ChoiceField, SeveralField, TextField } from "../../form/Fields";
import { SpanFields } from "../../form/SpanFields";
import { useManagedUnit } from "../../useManagedUnit";
import { EntriesPage } from "../../ward/EntriesPage";
import type { FieldsProps, Form, Wrong } from "../../ward/EntryDialog";
import type { Agreement } from "../../ward/sections";
import { useSection } from "../../ward/useSection";
import { freshId } from "../codes";
import { useNorms } from "../rules/useNorms";
import { backward } from "../staff/person";

const LEVELS = ["L1", "L2", "L3", "L4"] as const;

/** What has been agreed: on the law's levels, and on names beside burdens. */
export function AgreementsPage() {
  const unit = useManagedUnit().id;
  return (
    <>
      <WrittenAgreements />
      <NamesPanel unit={unit} as="manager" />
    </>
  );
}

/** Written agreements that open other levels of the law, and until when. */
function WrittenAgreements() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <EntriesPage
      section="agreements"
      title={t("web.manager.unit.agreements")}
      intro={t("web.manager.agreements.intro")}
      none={t("web.manager.agreements.none")}
      add={t("web.manager.agreements.add")}
      blank={() => ({
        id: "",
        level: "L2",
        rules: [],
        persons: [],
        document: "",
        parties: "",
        values: {},
        first: today(),
      })}
      nameOf={(agreement) => agreement.document || agreement.id}
      row={(agreement) => (
        <>
          <span>
            {[
              t(`web.manager.level.${agreement.level}`),
              agreement.rules.map((rule) => t(`rule.${rule}`)).join(", ") ||
                t("web.manager.agreements.all_rules"),
              agreement.persons.length
                ? t("web.manager.agreements.persons", { count: agreement.persons.length })
                : t("web.manager.agreements.everybody"),
            ].join(" · ")}
          </span>
          <span className="quiet">
            {t("web.manager.demand.dates", {
              first: agreement.first ? formats.dayYear(agreement.first) : t("web.manager.demand.always"),
              last: agreement.last ? formats.dayYear(agreement.last) : t("web.manager.demand.on_and_on"),
            })}
          </span>
          {Object.keys(agreement.values ?? {}).length > 0 && (
            <span className="quiet">{t("web.manager.agreements.values")}</span>
          )}
        </>
      )}
      form={FORM}
    />
  );
}

function Fields({ value, change, wrong }: FieldsProps<Agreement>) {
  const { t } = useTranslation();
  const rules = useNorms().data?.rules ?? [];
  const people = useSection("people").data?.items ?? [];
  return (
    <>
      <TextField
        label={t("web.manager.agreements.document")}
        hint={t("web.manager.agreements.document.hint")}
        value={value.document}
        error={wrong("document")}
        change={(document) => change({ document })}
      />
      <ChoiceField
        label={t("web.manager.agreements.level")}
        value={value.level}
        options={LEVELS.map((level) => ({ value: level, label: t(`web.manager.level.${level}`) }))}
        change={(level) => change({ level: level as Agreement["level"] })}
      />
      <TextField
        label={t("web.manager.agreements.parties")}
        value={value.parties}
        change={(parties) => change({ parties })}
      />
      <div className="fields">
        <SpanFields value={value} error={wrong("last")} change={change} />
      </div>
      <SeveralField
        label={t("web.manager.agreements.rules")}
        hint={t("web.manager.agreements.rules.hint")}
        values={value.rules}
        options={rules.map(({ rule }) => ({ value: rule, label: t(`rule.${rule}`) }))}
        change={(chosen) => change({ rules: chosen })}
      />
      <SeveralField
        label={t("web.manager.agreements.covers")}
        hint={t("web.manager.agreements.covers.hint")}
        values={value.persons}
        options={people.map((person) => ({ value: person.id, label: person.name }))}
        change={(persons) => change({ persons })}
      />
      {Object.keys(value.values ?? {}).length > 0 && <p>{t("web.manager.agreements.values.kept")}</p>}
    </>
  );
}

function check(value: Agreement): Wrong {
  const wrong: Wrong = {};
  if (!value.document.trim()) wrong.document = "web.manager.wrong.document";
  if (backward(value)) wrong.last = "web.manager.wrong.backward";
  return wrong;
}

const FORM: Form<Agreement> = {
  Fields,
  check,
  tidy: (agreement, others) => ({
    ...agreement,
    id: agreement.id || freshId(agreement.document, others.map((one) => one.id)),
  }),
};
