import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { useTold } from "../useTold";
import { Assumptions } from "./Assumptions";
import { Downloads } from "./Downloads";
import { Figures } from "./Figures";
import { GroundPanel } from "./GroundPanel";
import { type Asked, type Bridge, isWhole, START, useBridge } from "./useBridge";
import { Waterfall } from "./Waterfall";

const PAUSE = 400;

/** What has not changed for a moment: nobody computes at every key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** From the full-time years that plan rosters today to those that are left: a calculation to try. */
export default function BridgePage() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>(START);
  const settled = useSettled(asked);
  const bridge = useBridge(settled);
  const faults = faultsOf(bridge.error);
  const whole = isWhole(settled);
  return (
    <>
      <PageTitle>{t("web.sharing.bridge.title")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.sharing.bridge.intro")}</Paragraph>
      <GroundPanel asked={asked} change={setAsked} />
      {faults.length > 0 && <FaultList faults={faults} title={t("web.sharing.bridge.faulty", { count: faults.length })} />}
      {bridge.error && faults.length === 0 && (
        <ProblemAlert error={bridge.error} retry={() => void bridge.refetch()} />
      )}
      {!whole && <Paragraph>{t(`web.sharing.bridge.needs.${asked.ground}`)}</Paragraph>}
      {whole && !bridge.data && !bridge.error && <Waiting />}
      {whole && bridge.data && !bridge.error && (
        <Result bridge={bridge.data} asked={settled} busy={bridge.isPlaceholderData} />
      )}
      {bridge.data && <Assumptions bridge={bridge.data} asked={asked} change={setAsked} />}
      {bridge.data && <Sources bridge={bridge.data} />}
    </>
  );
}

function Result({ bridge, asked, busy }: { bridge: Bridge; asked: Asked; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="bridge-result" aria-busy={busy}>
      <Heading level={2} data-size="2xs" id="bridge-result">
        {t("web.sharing.bridge.result")}
      </Heading>
      {bridge.bottom?.invented && (
        <Alert data-color="warning">
          <Paragraph>{t("web.sharing.bridge.invented")}</Paragraph>
        </Alert>
      )}
      <Paragraph>{t(bridge.calibrated ? "web.sharing.bridge.calibrated" : "web.sharing.bridge.own")}</Paragraph>
      <Waterfall bridge={bridge} />
      <Figures bridge={bridge} />
      <Paragraph data-size="sm">{t("web.sharing.bridge.two_changes")}</Paragraph>
      <Paragraph data-size="sm">{t("web.sharing.bridge.no_money")}</Paragraph>
      <Downloads asked={asked} />
    </section>
  );
}

function Sources({ bridge }: { bridge: Bridge }) {
  const { t } = useTranslation();
  const told = useTold();
  return (
    <section className="panel" aria-labelledby="bridge-sources">
      <Heading level={2} data-size="2xs" id="bridge-sources">
        {t("web.sharing.bridge.sources")}
      </Heading>
      <ul className="sharing-ways">
        {bridge.sources.map((one) => (
          <li key={one.nb}>{told(one)}</li>
        ))}
      </ul>
    </section>
  );
}
