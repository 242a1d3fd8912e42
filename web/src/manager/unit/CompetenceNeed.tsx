import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { SeveralField } from "../form/Fields";
import { type Legend, named } from "./useLegend";

type Need = Schemas["CompetenceNeed"];

interface Props {
  value: Need;
  competences: Legend["competences"];
  change: (value: Need) => void;
}

/** Which competence is asked for: all of some, and at least one of others. */
export function CompetenceNeed({ value, competences, change }: Props) {
  const { t } = useTranslation();
  if (competences.length === 0) return null;
  const options = competences.map(named);
  return (
    <>
      <SeveralField
        label={t("web.manager.need.all")}
        hint={t("web.manager.need.hint")}
        values={value.all_of}
        options={options}
        change={(all_of) => change({ ...value, all_of })}
      />
      <SeveralField
        label={t("web.manager.need.any")}
        values={value.any_of}
        options={options}
        change={(any_of) => change({ ...value, any_of })}
      />
    </>
  );
}

/** A need in words; empty for none. */
export function useNeedWords(legend: Legend) {
  const { t } = useTranslation();
  const name = (code: string) => legend.competences.find((one) => one.code === code)?.name ?? code;
  return (need: Need): string => {
    const any = need.any_of.map(name).join(t("web.manager.need.or"));
    return [...need.all_of.map(name), ...(any ? [any] : [])].join(t("web.manager.need.and"));
  };
}
