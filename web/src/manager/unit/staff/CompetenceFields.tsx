import { useTranslation } from "react-i18next";
import { ChoiceField, DateField } from "../../form/Fields";
import { Repeated } from "../../form/Repeated";
import type { FieldsProps } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { type Legend, named } from "../useLegend";

interface Props extends FieldsProps<Person> {
  legend: Legend;
}

/** What somebody can do, and until when that is valid. */
export function CompetenceFields({ value, change, wrong, legend }: Props) {
  const { t } = useTranslation();
  const choose = { value: "", label: t("web.manager.choose") };
  return (
    <Repeated
      label={t("web.manager.unit.competences")}
      hint={t("web.manager.staff.competences.hint")}
      add={t("web.manager.staff.competences.add")}
      values={value.competences}
      blank={(): Person["competences"][number] => ({ code: "" })}
      change={(competences) => change({ competences })}
    >
      {(held, set, n) => (
        <>
          <ChoiceField
            label={t("web.manager.staff.competence")}
            value={held.code}
            options={[choose, ...legend.competences.map(named)]}
            error={wrong(`competence.${n}`)}
            change={(code) => set({ code })}
          />
          <DateField
            label={t("web.manager.valid.first")}
            value={held.first}
            change={(first) => set({ first })}
          />
          <DateField
            label={t("web.manager.valid.last")}
            value={held.last}
            change={(last) => set({ last })}
          />
        </>
      )}
    </Repeated>
  );
}
