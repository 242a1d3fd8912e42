import { Alert } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../texts/useFormats";
import { paths } from "../paths";
import { ended, useJobs } from "./useJobs";

/** Searches that go on, each with the way to its live progress. */
export function RunningSearches({ period }: { period: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const running = useJobs(period).data?.filter((job) => !ended(job)) ?? [];
  if (running.length === 0) return null;
  return (
    <Alert data-color="info">
      <ul className="plain-list stack-tight">
        {running.map((job) => (
          <li key={job.id}>
            {t(`web.manager.search.running.${job.state}`, { at: formats.moment(job.created) })}{" "}
            <Link className="ds-link" to={paths.job(period, job.id)}>{t("web.manager.search.follow")}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
