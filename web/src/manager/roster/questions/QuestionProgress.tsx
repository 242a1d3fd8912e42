import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../numbers";
import { JobEnding } from "../search/JobEnding";
import type { News } from "../search/news";
import type { Job } from "../search/useJobs";
import type { Line } from "../search/useNews";

interface Props {
  job: Job;
  last: News | undefined;
  line: Line;
  seconds: number;
}

/** How a question that is worked on stands, and the two ways to end it. */
export function QuestionProgress({ job, last, line, seconds }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const waiting = job.state === "waiting" && !last;
  const share = last?.share ?? null;
  return (
    <section className="panel" aria-labelledby="question-progress">
      <Heading level={2} data-size="2xs" id="question-progress">
        {waiting ? t("web.manager.search.phase.waiting") : t(`web.manager.question.running.${job.kind}`)}
      </Heading>
      <progress
        className="search-progress"
        max={1}
        value={waiting ? 0 : (share ?? Math.min(1, seconds / job.seconds))}
        aria-label={t("web.manager.question.progress")}
      />
      <Paragraph data-size="sm">
        {t("web.manager.question.time", { seconds: numbers.whole(seconds), whole: numbers.whole(job.seconds) })}
        {share !== null && ` ${t("web.manager.question.share", { share: numbers.share(share) })}`}
      </Paragraph>
      {line === "lost" && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.question.lost")}</Paragraph>
        </Alert>
      )}
      <Paragraph data-size="sm">{t("web.manager.question.leave")}</Paragraph>
      <JobEnding job={job} words="question" found={!waiting} />
    </section>
  );
}
