import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { Asked } from "../../office/Asked";
import { ChangeList } from "./ChangeList";
import { CopyDialog } from "./CopyDialog";
import { EffectsPanel } from "./EffectsPanel";
import { paths } from "./paths";
import { RemoveDialog } from "./RemoveDialog";
import { SettingsDialog } from "./SettingsDialog";
import { type Scenario, useEffects, useMaterials, useScenario, useScenarioChanges } from "./useScenarios";

/** One scenario: its changes, and at once what they do. */
export function ScenarioPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { scenario: id = "" } = useParams();
  const scenario = useScenario(id);
  return (
    <div className="stack">
      <Link to={paths.of(period)} className="office-link">{t("web.sharing.scenarios.back")}</Link>
      <Asked query={scenario}>{(data) => <Built key={data.id} scenario={data} />}</Asked>
    </div>
  );
}

type Open = "settings" | "copy" | "remove" | undefined;

function Built({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [open, setOpen] = useState<Open>();
  const materials = useMaterials(scenario.period);
  const effects = useEffects(scenario.id, scenario.revision);
  const { download } = useScenarioChanges(scenario);
  const empty = scenario.changes.length === 0;
  const close = () => setOpen(undefined);
  return (
    <>
      <Heading level={2} data-size="sm">{scenario.name}</Heading>
      <div className="row">
        <Button variant="secondary" data-size="sm" onClick={() => setOpen("settings")}>{t("web.sharing.scenario.settings")}</Button>
        <Button variant="secondary" data-size="sm" onClick={() => setOpen("copy")}>{t("web.sharing.scenario.copy")}</Button>
        {!empty && (
          <>
            <Button variant="secondary" data-size="sm" onClick={() => download.mutate("toml")}>{t("web.sharing.scenario.toml")}</Button>
            <Button variant="secondary" data-size="sm" onClick={() => download.mutate("json")}>{t("web.sharing.scenario.json")}</Button>
          </>
        )}
        <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => setOpen("remove")}>{t("web.sharing.scenario.remove")}</Button>
      </div>
      {download.error && <ProblemAlert error={download.error} />}
      <Asked query={materials}>
        {(data) => (
          <>
            {data.invented && (
              <Alert data-color="warning"><Paragraph>{t("web.sharing.scenario.invented")}</Paragraph></Alert>
            )}
            <ChangeList scenario={scenario} materials={data} faults={effects.data?.faults ?? []} />
          </>
        )}
      </Asked>
      <section className="panel" aria-labelledby="effects" aria-busy={effects.isFetching}>
        <Heading level={3} data-size="2xs" id="effects">{t("web.sharing.effects")}</Heading>
        {empty ? (
          <Paragraph>{t("web.sharing.effects.empty")}</Paragraph>
        ) : (
          <Asked query={effects}>{(data) => <EffectsPanel effects={data} />}</Asked>
        )}
      </section>
      {open === "settings" && <SettingsDialog scenario={scenario} close={close} />}
      {open === "copy" && (
        <CopyDialog scenario={scenario} close={close} made={(one) => void go(paths.scenario(one.period, one.id))} />
      )}
      {open === "remove" && (
        <RemoveDialog scenario={scenario} close={close} gone={() => void go(paths.of(scenario.period))} />
      )}
    </>
  );
}
