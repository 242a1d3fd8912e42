import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Period } from "../../../periods/usePeriods";

/** The period has not come so far that a draft can be shown: say what comes first. */
export function NotYet({ period }: { period: Period }) {
  const { t } = useTranslation();
  const tab = period.stage === "setup" ? "setup" : "wishes";
  return (
    <Alert data-color="info">
      <Paragraph>{t(`web.manager.hearing.not_yet.${period.stage}`)}</Paragraph>
      <Link className="ds-link" to={`/manager/periods/${period.id}/${tab}`}>{t(`web.manager.period.tab.${tab}`)}</Link>
    </Alert>
  );
}
