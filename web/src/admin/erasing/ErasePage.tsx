import { Alert, Field, Label, Paragraph, Select, ToggleGroup } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { useUnits } from "../../office/questions";
import { useMe } from "../../session/useMe";
import { useAccount } from "../accounts/AccountPage";
import { PersonChoice, usePersons } from "../accounts/PersonChoice";
import { useRoleWords } from "../accounts/useRoleWords";
import { AccountSearch } from "./AccountSearch";
import { EraseForm } from "./EraseForm";

/** Erase a person: by account with all it is in the units, or by a unit's list of staff. */
export function ErasePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const account = search.get("account") ?? "";
  const [way, setWay] = useState("account");
  return (
    <div className="page">
      <PageTitle>{t("web.admin.erasing")}</PageTitle>
      <Paragraph>{t("web.admin.erasing.how")}</Paragraph>
      <ToggleGroup
        value={way}
        data-toggle-group={t("web.admin.erasing.way")}
        onChange={(chosen) => setWay(chosen)}
      >
        <ToggleGroup.Item value="account">{t("web.admin.erasing.account")}</ToggleGroup.Item>
        <ToggleGroup.Item value="person">{t("web.admin.erasing.person")}</ToggleGroup.Item>
      </ToggleGroup>
      {way === "person" && <ByPerson />}
      {way === "account" && (
        <>
          <AccountSearch chosen={account} choose={(id) => setSearch(id ? { account: id } : {})} />
          {account && <ByAccount key={account} id={account} done={() => setSearch({})} />}
        </>
      )}
    </div>
  );
}

function ByAccount({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation();
  const query = useAccount(id);
  const words = useRoleWords();
  const me = useMe();
  if (id === me.account) return <Paragraph>{t("web.admin.erasing.self")}</Paragraph>;
  return (
    <Asked query={query}>
      {({ account }) => (
        <EraseForm
          whom={{ account: id }}
          name={account.name}
          about={[account.login, ...account.grants.map(words)].join(" · ")}
          done={done}
        />
      )}
    </Asked>
  );
}

function ByPerson() {
  const { t } = useTranslation();
  const units = useUnits();
  const [unit, setUnit] = useState("");
  const [person, setPerson] = useState("");
  const persons = usePersons(unit);
  const found = persons.data?.find((one) => one.id === person);
  return (
    <Asked query={units} none={t("web.admin.none")} empty={(data) => data.length === 0}>
      {(data) => (
        <>
          <div className="office-filters">
            <Field>
              <Label>{t("web.admin.role.unit")}</Label>
              <Select
                value={unit}
                onChange={(event) => {
                  setUnit(event.target.value);
                  setPerson("");
                }}
              >
                <Select.Option value="">{t("web.admin.choose")}</Select.Option>
                {data.map((one) => (
                  <Select.Option key={one.id} value={one.id}>
                    {one.name}
                  </Select.Option>
                ))}
              </Select>
            </Field>
            {unit && <PersonChoice unit={unit} person={person} choose={setPerson} />}
          </div>
          {found && found.logins.length > 0 && (
            <Alert data-color="warning">
              <Paragraph>
                {t("web.admin.erasing.tied", { logins: found.logins.join(", ") })}
              </Paragraph>
            </Alert>
          )}
          {found && (
            <EraseForm
              key={`${unit}/${person}`}
              whom={{ unit, person }}
              name={found.name}
              about={data.find((one) => one.id === unit)?.name ?? ""}
              done={() => setPerson("")}
            />
          )}
        </>
      )}
    </Asked>
  );
}
