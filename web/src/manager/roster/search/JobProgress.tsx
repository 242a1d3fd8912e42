import { Alert, Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { useNumbers } from "../numbers";
import { gapOf, type News, phaseOf, provedBound } from "./news";
import { type Job, useWant } from "./useJobs";
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
      <Ending job={job} found={last?.objective !== null && last !== undefined} />
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

function Ending({ job, found }: { job: Job; found: boolean }) {
  const { t } = useTranslation();
  const want = useWant(job.id);
  const [sure, setSure] = useState(false);
  if (job.wanted !== "go") return <Paragraph role="status">{t(`web.manager.search.wanted.${job.wanted}`)}</Paragraph>;
  return (
    <>
      <div className="row">
        <Button variant="secondary" disabled={!found} loading={want.isPending} onClick={() => want.mutate("stop")}>
          {t("web.manager.search.stop")}
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => setSure(true)}>
          {t("web.manager.search.cancel")}
        </Button>
        {!found && <span className="quiet">{t("web.manager.search.stop.later")}</span>}
      </div>
      {want.error && <ProblemAlert error={want.error} />}
      {sure && (
        <Dialog open onClose={() => setSure(false)} closeButton={t("web.close")}>
          <div className="stack">
            <Heading level={2} data-size="xs">
              {t("web.manager.search.cancel.sure")}
            </Heading>
            <Paragraph>{t("web.manager.search.cancel.hint")}</Paragraph>
            <div className="row">
              <Button
                data-color="danger"
                onClick={() => {
                  setSure(false);
                  want.mutate("cancel");
                }}
              >
                {t("web.manager.search.cancel")}
              </Button>
              <Button variant="tertiary" onClick={() => setSure(false)}>
                {t("web.manager.search.go_on")}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
