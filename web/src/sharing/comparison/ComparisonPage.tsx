import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useNumbers } from "../../manager/roster/numbers";
import { Asked } from "../../office/Asked";
import { useNumbers as useStamps } from "../../office/useNumbers";
import { paths } from "../scenarios/paths";
import { ComparisonResult } from "./ComparisonResult";
import { atWork, type Comparison, useComparison, useComparisonChanges } from "./useComparisons";

/** One comparison: live while it is worked on, then what it has found. */
export function ComparisonPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { comparison = "" } = useParams();
  const found = useComparison(comparison);
  return (
    <div className="stack">
      <Link to={paths.of(period)} className="office-link">{t("web.sharing.scenarios.back")}</Link>
      <Asked query={found}>{(data) => <Followed comparison={data} />}</Asked>
    </div>
  );
}

function Followed({ comparison }: { comparison: Comparison }) {
  const { t, i18n } = useTranslation();
  const { stamp } = useStamps();
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return (
    <>
      <div>
        <Heading level={2} data-size="sm">
          {t("web.sharing.comparison.of", { scenarios: list.format(comparison.scenarios) })}
        </Heading>
        <span className="quiet">{stamp(comparison.created)}</span>
      </div>
      {atWork(comparison) ? <Working comparison={comparison} /> : <Ending comparison={comparison} />}
      {comparison.told && <ComparisonResult comparison={comparison} found={comparison.told} />}
    </>
  );
}

/** How far it has come, and the two ways to end it. */
function Working({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const { share, decimal } = useNumbers();
  const { want } = useComparisonChanges(comparison);
  const waiting = comparison.state === "waiting";
  return (
    <section className="panel" aria-labelledby="comparison-progress">
      <Heading level={3} data-size="2xs" id="comparison-progress">
        {t(waiting ? "web.sharing.comparison.waiting" : "web.sharing.comparison.running")}
      </Heading>
      <progress
        className="comparison-progress"
        max={1}
        value={comparison.share ?? 0}
        aria-label={t("web.sharing.comparison.progress")}
      />
      <Paragraph data-size="sm">
        {t("web.sharing.comparison.done_share", { share: share(comparison.share ?? 0), minutes: decimal(comparison.whole / 60) })}
      </Paragraph>
      <Paragraph data-size="sm">{t("web.sharing.comparison.leave")}</Paragraph>
      {want.error && <ProblemAlert error={want.error} />}
      {comparison.wanted === "go" ? (
        <div className="row">
          <Button variant="secondary" disabled={waiting} loading={want.isPending} onClick={() => want.mutate("stop")}>
            {t("web.sharing.comparison.stop")}
          </Button>
          <Button variant="tertiary" data-color="danger" onClick={() => want.mutate("cancel")}>
            {t("web.sharing.comparison.cancel")}
          </Button>
        </div>
      ) : (
        <Paragraph role="status">{t("web.sharing.comparison.ending")}</Paragraph>
      )}
    </section>
  );
}

/** How it ended where there is little or nothing to show. */
function Ending({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  if (comparison.state === "done") return null;
  const failed = comparison.state === "failed";
  return (
    <Alert data-color={failed ? "danger" : "info"} role="status">
      <Paragraph>{t(failed ? "web.sharing.comparison.failed" : "web.sharing.comparison.cancelled")}</Paragraph>
      {failed && <Paragraph>{t("web.sharing.comparison.failed.hint", { trouble: comparison.trouble })}</Paragraph>}
    </Alert>
  );
}
