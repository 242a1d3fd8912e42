import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../numbers";
import { JobEnding } from "./JobEnding";
import { gapOf, type News, phaseOf, provedBound } from "./news";
import type { Job } from "./useJobs";
import type { Line } from "./useNews";

interface Props {
  job: Job;
  last: News | undefined;
  line: Line;
  seconds: number;
}

/** How a running search stands, and the two ways to end it. */
export function JobProgress({ job, last, line, seconds }: Props) {
  const { t } = useTranslation();
  const waiting = job.state === "waiting" && !last;
  const phase = waiting ? "waiting" : phaseOf(last?.phase ?? "build");
  return (
    <section className="panel" aria-labelledby="job-progress">
      <Heading level={2} data-size="2xs" id="job-progress">
        {t(`web.manager.search.phase.${phase}`)}
      </Heading>
      <progress
        className="search-progress"
        max={job.seconds}
        value={waiting ? 0 : Math.min(seconds, job.seconds)}
        aria-label={t("web.manager.search.progress")}
      />
      <JobFigures job={job} last={last} seconds={seconds} />
      {line === "lost" && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.search.lost")}</Paragraph>
        </Alert>
      )}
      <Paragraph data-size="sm">{t("web.manager.search.leave")}</Paragraph>
      <JobEnding job={job} words="search" found={last?.objective !== null && last !== undefined} />
    </section>
  );
}

function JobFigures({ job, last, seconds }: { job: Job; last: News | undefined; seconds: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const gap = gapOf(last?.objective, last?.bound);
  const told = (value: number | null | undefined) =>
    typeof value === "number" ? numbers.whole(value) : t("web.manager.search.none_yet");
  const figures = [
    ["seconds", t("web.manager.search.of", { seconds: numbers.whole(seconds), whole: numbers.whole(job.seconds) })],
    ["objective", told(last?.objective)],
    ["bound", told(provedBound(last?.objective, last?.bound))],
    ["gap", gap === null ? t("web.manager.search.none_yet") : numbers.share(gap)],
  ] as const;
  return (
    <dl className="facts">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`web.manager.search.${name === "seconds" ? "time" : name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
