import { Alert, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { useFormats } from "../../../texts/useFormats";
import { usePeriod } from "../../period/usePeriod";
import { useDrafts } from "../drafts/useDrafts";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { ShortWarning } from "../why/ShortList";
import { RunningSearches } from "./RunningSearches";
import { SearchForm } from "./SearchForm";
import { ended, useGoals, useJobs } from "./useJobs";

const STAGES = new Set(["setup", "drafting"]);

/** Begin a search for a roster, and find those that were made earlier. */
export function SearchPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const found = usePeriod(period).data?.period;
  const goals = useGoals(period);
  const drafts = useDrafts(period);
  const [asked] = useSearchParams();
  return (
    <div className="page">
      <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
      <PageTitle>{t("web.manager.drafts.generate")}</PageTitle>
      <ShortWarning period={period} />
      <RunningSearches period={period} />
      {found && !STAGES.has(found.stage) && (
        <Alert data-color="warning">
          <Paragraph>{t(`web.manager.search.stage.${found.stage}`)}</Paragraph>
        </Alert>
      )}
      {goals.error && <ProblemAlert error={goals.error} retry={() => void goals.refetch()} />}
      {(goals.isLoading || drafts.isLoading) && <Waiting />}
      {found && STAGES.has(found.stage) && goals.data && drafts.data && (
        <SearchForm period={found} goals={goals.data} drafts={drafts.data} from={asked.get("from") ?? ""} />
      )}
      <EarlierSearches period={period} />
    </div>
  );
}

function EarlierSearches({ period }: { period: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = useNumbers();
  const jobs = useJobs(period).data?.filter(ended) ?? [];
  if (jobs.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="earlier-searches">
      <Heading level={2} data-size="2xs" id="earlier-searches">
        {t("web.manager.search.earlier")}
      </Heading>
      <ul className="plain-list stack-tight">
        {jobs.map((job) => (
          <li key={job.id} className="row">
            <Link className="ds-link" to={paths.job(period, job.id)}>{formats.moment(job.created)}</Link>
            <Tag data-size="sm" data-color={job.state === "failed" ? "danger" : "neutral"}>
              {t(`web.manager.search.state.${job.state}`)}
            </Tag>
            {typeof job.objective === "number" && job.state === "done" && (
              <span>{t("web.manager.search.points", { points: numbers.whole(job.objective) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
