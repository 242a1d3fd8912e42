import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { type Job, useWant } from "./useJobs";

interface Props {
  job: Job;
  /** Whose words: a search keeps a roster, a question what it has found of its answer. */
  words: "search" | "question";
  /** Whether there is something that a stop would keep. */
  found: boolean;
}

/** The two ways to end a job that runs: stop and keep the best so far, or cancel. */
export function JobEnding({ job, words, found }: Props) {
  const { t } = useTranslation();
  const want = useWant(job.id);
  const [sure, setSure] = useState(false);
  if (job.wanted !== "go") return <Paragraph role="status">{t(`web.manager.${words}.wanted.${job.wanted}`)}</Paragraph>;
  return (
    <>
      <div className="row">
        <Button variant="secondary" disabled={!found} loading={want.isPending} onClick={() => want.mutate("stop")}>
          {t(`web.manager.${words}.stop`)}
        </Button>
        <Button variant="tertiary" data-color="danger" onClick={() => setSure(true)}>
          {t(`web.manager.${words}.cancel`)}
        </Button>
        {!found && <span className="quiet">{t(`web.manager.${words}.stop.later`)}</span>}
      </div>
      {want.error && <ProblemAlert error={want.error} />}
      {sure && (
        <Dialog open onClose={() => setSure(false)} closeButton={t("web.close")}>
          <div className="stack">
            <Heading level={2} data-size="xs">
              {t(`web.manager.${words}.cancel.sure`)}
            </Heading>
            <Paragraph>{t(`web.manager.${words}.cancel.hint`)}</Paragraph>
            <div className="row">
              <Button
                data-color="danger"
                onClick={() => {
                  setSure(false);
                  want.mutate("cancel");
                }}
              >
                {t(`web.manager.${words}.cancel`)}
              </Button>
              <Button variant="tertiary" onClick={() => setSure(false)}>
                {t(`web.manager.${words}.go_on`)}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
