import { Field, Label, Select } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { adminKeys } from "../keys";

/** The people of a unit's ward, by name alone. */
export function usePersons(unit: string) {
  return useQuery({
    queryKey: adminKeys.persons(unit),
    enabled: !!unit,
    queryFn: () => told(api.GET("/api/accounts/persons/{unit}", { params: { path: { unit } } })),
  });
}

interface Props {
  unit: string;
  person: string;
  invalid?: boolean;
  choose: (person: string) => void;
}

/** Who somebody is in a unit's ward; those who have an account already are told. */
export function PersonChoice({ unit, person, invalid = false, choose }: Props) {
  const { t } = useTranslation();
  const persons = usePersons(unit);
  if (persons.error) {
    return <ProblemAlert error={persons.error} retry={() => void persons.refetch()} />;
  }
  const known = persons.data ?? [];
  // somebody who has left the ward is still shown as what the account says
  const gone = person && persons.data && !known.some((one) => one.id === person);
  return (
    <Field>
      <Label>{t("web.admin.role.person")}</Label>
      <Select value={person} aria-invalid={invalid} onChange={(event) => choose(event.target.value)}>
        <Select.Option value="">
          {t(persons.data?.length === 0 ? "web.admin.role.no_persons" : "web.admin.choose")}
        </Select.Option>
        {gone && (
          <Select.Option value={person}>{t("web.admin.role.gone", { person })}</Select.Option>
        )}
        {known.map((one) => (
          <Select.Option key={one.id} value={one.id}>
            {one.logins.length
              ? t("web.admin.role.tied", { name: one.name, logins: one.logins.join(", ") })
              : one.name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
