import { Radio } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { EditDialog } from "../../manager/form/EditDialog";
import { TextField } from "../../manager/form/Fields";
import { paths } from "./paths";
import { type Materials, useNewScenario } from "./useScenarios";

interface Props {
  period: string;
  materials: Materials;
  close: () => void;
}

/** Begin a scenario: empty, or from one that ships. */
export function NewScenarioDialog({ period, materials, close }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [name, setName] = useState("");
  const [start, setStart] = useState("");
  const [tried, setTried] = useState(false);
  const { make } = useNewScenario(period);
  const shipped = materials.shipped.find((one) => one.id === start);
  const called = name.trim() || shipped?.name || "";
  const save = () => {
    setTried(true);
    if (!called) return;
    make.mutate({ name: called, start }, { onSuccess: (made) => void go(paths.scenario(period, made.id)) });
  };
  return (
    <EditDialog
      title={t("web.sharing.scenario.new")}
      save={save}
      saving={make.isPending}
      touched={name !== ""}
      close={close}
      saveLabel={t("web.sharing.scenario.new.do")}
    >
      <fieldset className="scenario-starts">
        <legend>{t("web.sharing.scenario.start_from")}</legend>
        {[{ id: "", name: t("web.sharing.scenario.start.empty") }, ...materials.shipped].map((one) => (
          <Radio
            key={one.id}
            name="start"
            value={one.id}
            label={one.name}
            checked={start === one.id}
            onChange={() => setStart(one.id)}
          />
        ))}
      </fieldset>
      {start && <p className="quiet">{t("web.sharing.scenario.start.hint")}</p>}
      <TextField
        label={t("web.sharing.scenario.name")}
        hint={shipped && t("web.sharing.scenario.name.hint", { name: shipped.name })}
        most={120}
        value={name}
        error={tried && !called ? t("web.sharing.scenario.wrong.name") : undefined}
        change={setName}
      />
      {make.error && <ProblemAlert error={make.error} />}
    </EditDialog>
  );
}
