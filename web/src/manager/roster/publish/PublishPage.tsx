import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { later } from "../../../app/later";
import { PageTitle } from "../../../app/PageTitle";
import { Asked } from "../../../office/Asked";
import { PublicationList } from "../../../office/PublicationList";
import { StandingNote } from "../../../office/StandingNote";
import type { Period } from "../../../periods/usePeriods";
import { usePeriod } from "../../period/usePeriod";
import { useDraftGrid } from "../grid/useDraftGrid";
import { paths } from "../paths";
import { PublishForm } from "./PublishForm";
import { PublishSummary } from "./PublishSummary";

const HoldingRoster = later(() => import("../../repair/HoldingRoster"));

/** The publication: what will be published, the notice that staff get, and what has been published. */
export function PublishPage({ period: id }: { period: string }) {
  const { t } = useTranslation();
  const period = usePeriod(id);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.publish")}</PageTitle>
      <Asked query={period}>
        {(found) => (
          <>
            <div className="row">
              <StandingNote period={found.period} />
            </div>
            <Desk period={found.period} />
            {found.period.stage !== "published" && <PublicationList period={id} />}
          </>
        )}
      </Asked>
    </div>
  );
}

function Desk({ period }: { period: Period }) {
  const { t } = useTranslation();
  if (period.stage === "published") {
    return (
      <>
        <Alert data-color="success">
          <Paragraph>{t("web.manager.publish.done")}</Paragraph>
          <div className="row">
            <Link className="ds-link" to={paths.stressPublished(period.id)}>{t("web.manager.stress.open.published")}</Link>
          </div>
        </Alert>
        <HoldingRoster period={period} />
      </>
    );
  }
  if (period.stage !== "preview" || !period.shown) {
    return (
      <Alert data-color="info">
        <Paragraph>{t("web.manager.publish.not_yet")}</Paragraph>
        <Link className="ds-link" to={paths.hearing(period.id)}>{t("web.manager.period.tab.hearing")}</Link>
      </Alert>
    );
  }
  return <Ready period={period} draft={period.shown} />;
}

function Ready({ period, draft }: { period: Period; draft: string }) {
  const grid = useDraftGrid(draft);
  return (
    <Asked query={grid}>
      {(told) => (
        <>
          <PublishSummary period={period} grid={told} />
          <PublishForm period={period} grid={told} />
        </>
      )}
    </Asked>
  );
}
