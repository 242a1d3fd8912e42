import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { PageTitle } from "../../../app/PageTitle";
import { Asked } from "../../../office/Asked";
import { useFormats } from "../../../texts/useFormats";
import { paths } from "../paths";
import { ended, type Job, useJob } from "../search/useJobs";
import { useNews } from "../search/useNews";
import { useSeconds } from "../search/useSeconds";
import { ChoiceResult } from "./choice/ChoiceResult";
import { QuestionProgress } from "./QuestionProgress";
import { StressResult } from "./stress/StressResult";
import { useResult } from "./useQuestions";

/** One question, live while it is worked on, then its answer; it is here again for whoever comes back. */
export function QuestionPage({ period }: { period: string }) {
  const { job = "" } = useParams();
  const found = useJob(job);
  const elsewhere = found.data && pageOf(period, found.data);
  if (elsewhere) return <Navigate to={elsewhere} replace />;
  return (
    <div className="page">
      <Asked query={found}>{(told) => <Followed period={period} job={told} />}</Asked>
    </div>
  );
}

/** The page of a job that has one of its own. */
function pageOf(period: string, job: Job): string | undefined {
  if (job.kind === "search") return paths.job(period, job.id);
  if (job.kind === "why") return paths.why(period);
  if (job.kind === "receipts") return paths.receipts(period, draftOf(job));
  return undefined;
}

function draftOf(job: Job): string {
  return job.about.startsWith("draft:") ? job.about.slice("draft:".length) : "";
}

function Followed({ period, job }: { period: string; job: Job }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { news, line } = useNews(job.id, period);
  const over = ended(job);
  const last = news[news.length - 1];
  const clock = useSeconds(job.started, !over);
  return (
    <>
      <div className="row">
        <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
        <Link className="ds-link" to={askAgain(period, job)}>{t(`web.manager.question.again.${job.kind}`)}</Link>
      </div>
      <PageTitle>{t(`web.manager.question.title.${job.kind}`, { at: formats.moment(job.created) })}</PageTitle>
      {over ? (
        <Ended job={job} />
      ) : (
        <QuestionProgress job={job} last={last} line={line} seconds={Math.max(clock ?? 0, last?.seconds ?? 0)} />
      )}
      {job.state === "done" && <Answered job={job} />}
    </>
  );
}

/** Where another question of the same sort is asked. */
function askAgain(period: string, job: Job): string {
  if (job.kind === "choice") return paths.choice(period);
  const draft = draftOf(job);
  return draft ? paths.stress(period, draft) : paths.stressPublished(period);
}

function Answered({ job }: { job: Job }) {
  const result = useResult(job);
  return (
    <Asked query={result}>
      {(answer) => {
        if (answer.kind === "stress") return <StressResult told={answer.told} job={job} />;
        return answer.kind === "choice" ? <ChoiceResult told={answer.told} job={job} /> : null;
      }}
    </Asked>
  );
}

/** How a question ended where there is no answer; where there is one, it speaks for itself. */
function Ended({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (job.state === "done") return null;
  const how = job.state === "cancelled" ? "cancelled" : job.trouble === "unknown" ? "nothing" : "broken";
  return (
    <Alert data-color={how === "broken" ? "danger" : "info"} role="status">
      <Heading level={2} data-size="2xs">
        {t(`web.manager.question.end.${how}`)}
      </Heading>
      {how !== "cancelled" && <Paragraph>{t(`web.manager.question.end.${how}.hint`, { trouble: job.trouble })}</Paragraph>}
    </Alert>
  );
}
