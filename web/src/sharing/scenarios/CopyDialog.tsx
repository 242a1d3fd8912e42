import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { EditDialog } from "../../manager/form/EditDialog";
import { TextField } from "../../manager/form/Fields";
import { type Scenario, useScenarioChanges } from "./useScenarios";

interface Props {
  scenario: Scenario;
  close: () => void;
  made: (copy: Scenario) => void;
}

/** A copy to change without losing the first. */
export function CopyDialog({ scenario, close, made }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(t("web.sharing.scenario.copy.of", { name: scenario.name }).slice(0, 120));
  const { copy } = useScenarioChanges(scenario);
  const save = () => {
    if (!name.trim()) return;
    copy.mutate(
      { name },
      {
        onSuccess: (one) => {
          close();
          made(one);
        },
      },
    );
  };
  return (
    <EditDialog
      title={t("web.sharing.scenario.copy")}
      save={save}
      saving={copy.isPending}
      touched={false}
      close={close}
      saveLabel={t("web.sharing.scenario.copy.do")}
    >
      <TextField
        label={t("web.sharing.scenario.name")}
        most={120}
        value={name}
        error={name.trim() ? undefined : t("web.sharing.scenario.wrong.name")}
        change={setName}
      />
      {copy.error && <ProblemAlert error={copy.error} />}
    </EditDialog>
  );
}
