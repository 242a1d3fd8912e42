import { useTranslation } from "react-i18next";
import { TextField } from "../../form/Fields";
import { EntriesPage } from "../../ward/EntriesPage";
import type { FieldsProps, Form, Wrong } from "../../ward/EntryDialog";
import type { Competence } from "../../ward/sections";
import { codeFault } from "../codes";

/** Professions, courses and delegations that the staffing plan may ask for. */
export function CompetencesPage() {
  const { t } = useTranslation();
  return (
    <EntriesPage
      section="competences"
      title={t("web.manager.unit.competences")}
      intro={t("web.manager.competences.intro")}
      none={t("web.manager.competences.none")}
      add={t("web.manager.competences.add")}
      blank={() => ({ code: "", name: "" })}
      nameOf={(competence) => competence.name || competence.code}
      row={(competence) => <span className="quiet">{competence.code}</span>}
      form={FORM}
    />
  );
}

function Fields({ value, change, wrong, fresh }: FieldsProps<Competence>) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t("web.manager.competences.name")}
        value={value.name}
        most={120}
        error={wrong("name")}
        change={(name) => change({ name })}
      />
      <TextField
        label={t("web.manager.code")}
        hint={t(fresh ? "web.manager.code.hint" : "web.manager.code.fixed")}
        value={value.code}
        most={24}
        fixed={!fresh}
        error={wrong("code")}
        change={(code) => change({ code })}
      />
    </>
  );
}

function check(value: Competence, others: Competence[]): Wrong {
  const wrong: Wrong = {};
  const code = codeFault(value.code, others.map((one) => one.code));
  if (code) wrong.code = code;
  if (!value.name.trim()) wrong.name = "web.manager.wrong.name";
  return wrong;
}

const FORM: Form<Competence> = { Fields, check };
