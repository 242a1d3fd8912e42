import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { useFormats } from "../../../texts/useFormats";
import { paths } from "../paths";
import { JobEnd } from "./JobEnd";
import { JobProgress } from "./JobProgress";
import { NewsTable } from "./NewsTable";
import { SearchChart } from "./SearchChart";
import { ended, type Job, useJob } from "./useJobs";
import { useNews } from "./useNews";
import { useSeconds } from "./useSeconds";

/** One search, live while it goes on; whoever leaves and comes back sees all of it again. */
export function JobPage({ period }: { period: string }) {
  const { job = "" } = useParams();
  const found = useJob(job);
  if (found.error && !found.data) {
    return (
      <div className="page">
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  }
  return found.data ? <Followed period={period} job={found.data} /> : <Waiting />;
}

function Followed({ period, job }: { period: string; job: Job }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { news, line } = useNews(job.id, period);
  const over = ended(job);
  const last = news[news.length - 1];
  const clock = useSeconds(job.started, !over);
  const seconds = over ? (last?.seconds ?? 0) : Math.max(clock ?? 0, last?.seconds ?? 0);
  return (
    <div className="page">
      <div className="row">
        <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
        <Link className="ds-link" to={paths.search(period)}>{t("web.manager.search.another")}</Link>
      </div>
      <PageTitle>{t("web.manager.search.title", { at: formats.moment(job.created) })}</PageTitle>
      {over ? (
        <JobEnd period={period} job={job} />
      ) : (
        <JobProgress job={job} last={last} line={line} seconds={seconds} />
      )}
      {news.some((one) => one.objective !== null || one.bound !== null) && (
        <section className="panel" aria-label={t("web.manager.search.chart")}>
          <SearchChart news={news} seconds={seconds} />
          <NewsTable news={news} />
        </section>
      )}
    </div>
  );
}
