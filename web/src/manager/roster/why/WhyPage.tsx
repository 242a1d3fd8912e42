import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Asked } from "../../../office/Asked";
import { paths } from "../paths";
import { ended } from "../search/useJobs";
import { ClashPanel } from "./ClashPanel";
import { ShortList } from "./ShortList";
import { useAskWhy, useShortfalls, useWhy, type Why } from "./useWhy";
import { WayList } from "./WayList";

/** Why there is no roster: the arithmetic at once, then clashes with their owners, and ways out. */
export function WhyPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const short = useShortfalls(period);
  const why = useWhy(period);
  return (
    <div className="page">
      <Link className="ds-link" to={paths.search(period)}>{t("web.manager.search.another")}</Link>
      <PageTitle>{t("web.manager.why.title")}</PageTitle>
      <Paragraph>{t("web.manager.why.intro")}</Paragraph>
      <Asked query={short}>{(found) => <ShortList found={found} />}</Asked>
      <Asked query={why}>{(found) => <Found period={period} why={found} />}</Asked>
    </div>
  );
}

function Found({ period, why }: { period: string; why: Why }) {
  const { t } = useTranslation();
  const { job, told } = why;
  const working = job !== null && !ended(job);
  return (
    <>
      {why.stale && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.why.stale")}</Paragraph>
        </Alert>
      )}
      <AskAgain period={period} asked={job !== null} working={working} />
      {job?.state === "failed" && !told && (
        <Alert data-color="danger">
          <Paragraph>{t("web.manager.why.broken")}</Paragraph>
        </Alert>
      )}
      {told && (
        <>
          <Paragraph role="status">
            <strong>{told.text}</strong>
          </Paragraph>
          {told.clashes.map((clash, number) => (
            <ClashPanel key={number} clash={clash} number={number} />
          ))}
          {told.status !== "possible" && job && (
            <WayList period={period} job={job.id} ways={told.ways} working={working} />
          )}
        </>
      )}
    </>
  );
}

function AskAgain({ period, asked, working }: { period: string; asked: boolean; working: boolean }) {
  const { t } = useTranslation();
  const asking = useAskWhy(period);
  return (
    <>
      <div className="row">
        {working ? (
          <span role="status">{t("web.manager.why.working")}</span>
        ) : (
          <Button
            variant={asked ? "secondary" : "primary"}
            loading={asking.isPending}
            onClick={() => asking.mutate(Date.now())}
          >
            {t(asked ? "web.manager.why.again" : "web.manager.why.ask")}
          </Button>
        )}
      </div>
      {asking.error && <ProblemAlert error={asking.error} />}
    </>
  );
}
