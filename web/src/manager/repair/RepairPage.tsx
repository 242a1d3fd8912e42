import { Alert, Paragraph, ToggleGroup } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { Asked } from "../../office/Asked";
import { paths } from "../roster/paths";
import { AwayForm } from "./AwayForm";
import { DemandForm } from "./DemandForm";
import { Options } from "./Options";
import { type Asked as Question, type OnDuty, useAsk, useOnDuty } from "./useRepair";
import "./repair.css";

/** Somebody is away or more are needed: what has happened, ways out, and one of them taken. */
export default function RepairPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const onDuty = useOnDuty(period);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.repair.title")}</PageTitle>
      <Asked query={onDuty}>{(known) => <Desk period={period} known={known} />}</Asked>
    </div>
  );
}

function Desk({ period, known }: { period: string; known: OnDuty }) {
  const { t } = useTranslation();
  const [what, setWhat] = useState("away");
  const [done, setDone] = useState(false);
  const ask = useAsk(period);
  const begin = (kind: string) => {
    setWhat(kind);
    setDone(false);
    ask.reset();
  };
  const find = (question: Question) => ask.mutate(question);
  if (done) return <Done period={period} again={() => begin("away")} />;
  return (
    <>
      <ToggleGroup
        data-toggle-group={t("web.manager.repair.what")}
        value={what}
        onChange={begin}
      >
        <ToggleGroup.Item value="away">{t("web.manager.repair.what.away")}</ToggleGroup.Item>
        <ToggleGroup.Item value="demand">{t("web.manager.repair.what.demand")}</ToggleGroup.Item>
      </ToggleGroup>
      {what === "away" ? (
        <AwayForm known={known} find={find} finding={ask.isPending} changed={ask.reset} />
      ) : (
        <DemandForm known={known} find={find} finding={ask.isPending} changed={ask.reset} />
      )}
      {ask.error && <ProblemAlert error={ask.error} />}
      <div role="status">
        {ask.isPending && (
          <>
            <Waiting />
            <span className="visually-hidden">{t("web.manager.repair.finding")}</span>
          </>
        )}
      </div>
      {ask.data && <Options repair={ask.data} taken={() => setDone(true)} />}
    </>
  );
}

function Done({ period, again }: { period: string; again: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="success" role="status">
      <div className="stack-tight">
        <Paragraph>{t("web.manager.repair.done")}</Paragraph>
        <div className="row">
          <Link className="ds-link" to={paths.publish(period)}>
            {t("web.manager.repair.done.see")}
          </Link>
          <Link className="ds-link" to={paths.open(period)}>
            {t("web.manager.repair.done.stand_in")}
          </Link>
          <button type="button" className="ds-link link-button" onClick={again}>
            {t("web.manager.repair.again")}
          </button>
        </div>
      </div>
    </Alert>
  );
}
