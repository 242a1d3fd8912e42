import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { gapOf } from "./news";
import type { Job } from "./useJobs";

type How = "best" | "good" | "unproved" | "cancelled" | "infeasible" | "unknown" | "broken";
const COLOURS: Record<How, "success" | "info" | "warning" | "danger"> = {
  best: "success",
  good: "success",
  unproved: "success",
  cancelled: "info",
  infeasible: "danger",
  unknown: "warning",
  broken: "danger",
};

/** How a search ended, told by what is known of it. */
export function howEnded(job: Pick<Job, "state" | "objective" | "bound" | "trouble">): How {
  if (job.state === "cancelled") return "cancelled";
  if (job.state === "done") {
    const gap = gapOf(job.objective, job.bound);
    if (gap === null) return "unproved";
    return gap === 0 ? "best" : "good";
  }
  if (job.trouble === "infeasible" || job.trouble === "unknown") return job.trouble;
  return "broken";
}

/** What became of a search, and what to do next. */
export function JobEnd({ period, job }: { period: string; job: Job }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const how = howEnded(job);
  const gap = gapOf(job.objective, job.bound);
  const facts = {
    points: numbers.whole(job.objective ?? 0),
    bound: numbers.whole(job.bound ?? 0),
    gap: numbers.share(gap ?? 0),
    seconds: numbers.whole(job.seconds),
    trouble: job.trouble,
  };
  return (
    <Alert data-color={COLOURS[how]} role="status">
      <div className="stack-tight">
        <Heading level={2} data-size="2xs">
          {t(`web.manager.search.end.${how}`, facts)}
        </Heading>
        <Paragraph>{t(`web.manager.search.end.${how}.hint`, facts)}</Paragraph>
        {job.state === "done" && job.wanted === "stop" && <Paragraph>{t("web.manager.search.end.stopped")}</Paragraph>}
        <div className="row">
          {job.draft && (
            <Button asChild>
              <Link to={paths.grid(period, job.draft)}>{t("web.manager.draft.open")}</Link>
            </Button>
          )}
          {job.draft && (
            <Button asChild variant="secondary">
              <Link to={paths.card(period, job.draft)}>{t("web.manager.draft.card")}</Link>
            </Button>
          )}
          {job.state === "failed" && (
            <Button asChild>
              <Link to={paths.why(period)}>{t("web.manager.why.title")}</Link>
            </Button>
          )}
          {job.state === "failed" && (
            <Button asChild variant="secondary">
              <Link to={paths.search(period)}>{t("web.manager.search.another")}</Link>
            </Button>
          )}
        </div>
      </div>
    </Alert>
  );
}
