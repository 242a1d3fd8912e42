import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { EditDialog } from "../../manager/form/EditDialog";
import { ChoiceField, NumberField, TextField } from "../../manager/form/Fields";
import { type Given, givenOf, type Scenario, useScenarioChanges } from "./useScenarios";

/** A scenario's name, and how whole shifts are formed of freed minutes. */
export function SettingsDialog({ scenario, close }: { scenario: Scenario; close: () => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(givenOf(scenario, {}));
  const [tried, setTried] = useState(false);
  const { save } = useScenarioChanges(scenario);
  const change = (part: Partial<Given>) => setValue({ ...value, ...part });
  const wrong = wrongIn(value);
  const told = (field: string) => (tried && wrong[field] ? t(wrong[field]) : undefined);
  const percent = (share: number) => Math.round(share * 1000) / 10;
  return (
    <EditDialog
      title={t("web.sharing.scenario.settings")}
      save={() => {
        setTried(true);
        if (Object.keys(wrong).length === 0) save.mutate(value, { onSuccess: close });
      }}
      saving={save.isPending}
      touched={JSON.stringify(value) !== JSON.stringify(givenOf(scenario, {}))}
      close={close}
    >
      <TextField label={t("web.sharing.scenario.name")} most={120} value={value.name} error={told("name")} change={(name) => change({ name })} />
      <ChoiceField
        label={t("web.sharing.scenario.demand")}
        hint={t("web.sharing.scenario.demand.hint")}
        value={value.demand}
        options={(["lower", "keep"] as const).map((one) => ({ value: one, label: t(`web.sharing.scenario.demand.${one}`) }))}
        change={(demand) => change({ demand: demand as Given["demand"] })}
      />
      <div className="fields">
        <NumberField
          label={t("web.sharing.scenario.fill")}
          hint={t("web.sharing.scenario.fill.hint")}
          suffix="%"
          value={percent(value.fill)}
          error={told("fill")}
          change={(typed) => change({ fill: (typed ?? NaN) / 100 })}
        />
        <NumberField
          label={t("web.sharing.scenario.load")}
          hint={t("web.sharing.scenario.load.hint")}
          suffix="%"
          value={percent(value.load)}
          error={told("load")}
          change={(typed) => change({ load: (typed ?? NaN) / 100 })}
        />
        <NumberField
          whole
          label={t("web.sharing.scenario.slide")}
          hint={t("web.sharing.scenario.slide.hint")}
          suffix={t("web.sharing.scenario.minutes")}
          value={value.slide}
          error={told("slide")}
          change={(slide) => change({ slide: slide ?? NaN })}
        />
      </div>
      {save.error && <ProblemAlert error={save.error} />}
    </EditDialog>
  );
}

function wrongIn(value: Given): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (!value.name.trim()) wrong.name = "web.sharing.scenario.wrong.name";
  for (const field of ["fill", "load"] as const) {
    if (!(value[field] >= 0.1 && value[field] <= 1)) wrong[field] = "web.sharing.scenario.wrong.fill";
  }
  if (!(Number.isInteger(value.slide) && value.slide >= 0 && value.slide <= 480)) wrong.slide = "web.sharing.scenario.wrong.slide";
  return wrong;
}
