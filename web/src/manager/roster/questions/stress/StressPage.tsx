import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { PageTitle } from "../../../../app/PageTitle";
import { usePeriod } from "../../../period/usePeriod";
import { useDrafts } from "../../drafts/useDrafts";
import { paths } from "../../paths";
import { EarlierQuestions } from "../EarlierQuestions";
import { StressForm } from "./StressForm";

/** Ask how a draft, or what is published, stands sick calls. */
export function StressPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { draft = "" } = useParams();
  const about = useDrafts(period).data?.find((one) => one.id === draft);
  const stage = usePeriod(period).data?.period.stage;
  const name = about ? t("web.manager.draft.title", { number: about.number, name: about.name }) : "…";
  return (
    <div className="page">
      <div className="row">
        {draft ? (
          <>
            <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
            <Link className="ds-link" to={paths.grid(period, draft)}>{t("web.manager.draft.open")}</Link>
          </>
        ) : (
          <Link className="ds-link" to={paths.publish(period)}>{t("web.manager.period.tab.publish")}</Link>
        )}
      </div>
      <PageTitle>
        {draft ? t("web.manager.stress.of_draft", { name }) : t("web.manager.stress.of_published")}
      </PageTitle>
      <Paragraph>{t("web.manager.stress.lead")}</Paragraph>
      {!draft && stage && stage !== "published" ? (
        <Alert data-color="info">
          <Paragraph>{t("web.manager.stress.unpublished")}</Paragraph>
        </Alert>
      ) : (
        <StressForm period={period} draft={draft} />
      )}
      <EarlierQuestions period={period} kind="stress" about={draft && `draft:${draft}`} />
    </div>
  );
}
