import { Alert, Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Asked } from "../../office/Asked";
import { useNumbers } from "../../office/useNumbers";
import { EarlierComparisons } from "../comparison/EarlierComparisons";
import { NewScenarioDialog } from "./NewScenarioDialog";
import { paths } from "./paths";
import { UploadScenario } from "./UploadScenario";
import { type Materials, useMaterials, useScenarios } from "./useScenarios";

/** A period's scenarios: what if tasks were shared otherwise? */
export function ScenariosPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const materials = useMaterials(period);
  return (
    <div className="stack">
      <Paragraph>{t("web.sharing.scenarios.lead")}</Paragraph>
      <Asked query={materials}>
        {(data) => (data.book ? <Built period={period} materials={data} /> : <NoBook />)}
      </Asked>
    </div>
  );
}

/** Without a log nobody knows what is done today: that comes first. */
function NoBook() {
  const { t } = useTranslation();
  return (
    <Alert data-color="info">
      <Heading level={2} data-size="2xs">{t("web.sharing.scenarios.no_book")}</Heading>
      <Paragraph>{t("web.sharing.scenarios.no_book.hint")}</Paragraph>
    </Alert>
  );
}

function Built({ period, materials }: { period: string; materials: Materials }) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  return (
    <>
      {materials.invented && (
        <Alert data-color="warning"><Paragraph>{t("web.sharing.scenario.invented")}</Paragraph></Alert>
      )}
      <section className="panel" aria-labelledby="scenarios">
        <div className="office-head">
          <Heading level={2} data-size="2xs" id="scenarios">{t("web.sharing.scenarios")}</Heading>
          <Button data-size="sm" onClick={() => setMaking(true)}>{t("web.sharing.scenario.new")}</Button>
        </div>
        <ScenarioList period={period} />
      </section>
      <UploadScenario period={period} />
      <EarlierComparisons period={period} />
      {making && <NewScenarioDialog period={period} materials={materials} close={() => setMaking(false)} />}
    </>
  );
}

function ScenarioList({ period }: { period: string }) {
  const { t } = useTranslation();
  const { stamp } = useNumbers();
  const scenarios = useScenarios(period);
  return (
    <Asked query={scenarios} none={t("web.sharing.scenarios.none")} empty={(data) => data.length === 0}>
      {(data) => (
        <>
          <ul className="plain-list stack">
            {data.map((one) => (
              <li key={one.id} className="office-item stack-tight">
                <Link to={paths.scenario(period, one.id)} className="office-link">{one.name}</Link>
                <span className="row">
                  {one.kinds.length === 0 && <Tag data-color="warning">{t("web.sharing.scenario.empty")}</Tag>}
                  {[...new Set(one.kinds)].map((kind) => (
                    <Tag key={kind} data-color="neutral">{t(`web.sharing.scenario.kind.${kind}`)}</Tag>
                  ))}
                </span>
                <span className="quiet">{t("web.sharing.scenario.changed", { at: stamp(one.changed) })}</span>
              </li>
            ))}
          </ul>
          <div>
            <Button asChild variant="secondary">
              <Link to={paths.compare(period)}>{t("web.sharing.comparison.choose")}</Link>
            </Button>
          </div>
        </>
      )}
    </Asked>
  );
}
