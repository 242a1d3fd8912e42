import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "../../../../app/PageTitle";
import { usePeriod } from "../../../period/usePeriod";
import { paths } from "../../paths";
import { EarlierQuestions } from "../EarlierQuestions";
import { ChoiceForm } from "./ChoiceForm";

const STAGES = new Set(["setup", "drafting"]);

/** Ask for several rosters to choose between. */
export function ChoicePage({ period }: { period: string }) {
  const { t } = useTranslation();
  const stage = usePeriod(period).data?.period.stage;
  return (
    <div className="page">
      <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
      <PageTitle>{t("web.manager.choice.title")}</PageTitle>
      <Paragraph>{t("web.manager.choice.lead")}</Paragraph>
      {stage && !STAGES.has(stage) && (
        <Alert data-color="warning">
          <Paragraph>{t(`web.manager.search.stage.${stage}`)}</Paragraph>
        </Alert>
      )}
      {stage && STAGES.has(stage) && <ChoiceForm period={period} />}
      <EarlierQuestions period={period} kind="choice" />
    </div>
  );
}
