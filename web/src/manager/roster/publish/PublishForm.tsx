import { Alert, Button, Dialog, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../../api/client";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { today } from "../../../dates/dates";
import type { Period } from "../../../periods/usePeriods";
import { useFormats } from "../../../texts/useFormats";
import { tagOf } from "../drafts/useDrafts";
import { useRenew } from "../hearing/useHearing";
import { notice } from "./summary";

interface Props {
  period: Period;
  grid: Schemas["Grid"];
}

function usePublish(period: Period, draft: string) {
  const renew = useRenew(period);
  return useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { period: period.id }, header: { "If-Match": tagOf(period.revision) } };
      return told(api.POST("/api/periods/{period}/publications", { params, body: { draft, reason } }));
    },
    onSettled: renew,
  });
}

/** Publish: with a reason where staff get less than two weeks' notice, and only when sure. */
export function PublishForm({ period, grid }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [reason, setReason] = useState("");
  const [lacking, setLacking] = useState(false);
  const [sure, setSure] = useState(false);
  const publish = usePublish(period, grid.draft.id);
  const { days, late } = notice(period.start, today());
  const unlawful = grid.verdict.hard > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const needed = late && !reason.trim();
    setLacking(needed);
    setSure(!needed);
  };
  return (
    <form onSubmit={submit} className="panel" aria-labelledby="publish-form">
      <Heading level={2} data-size="2xs" id="publish-form">
        {t("web.manager.publish.do")}
      </Heading>
      {late ? (
        <>
          <Alert data-color="warning" data-size="sm">
            <Paragraph>{t(days < 0 ? "web.manager.publish.begun" : "web.manager.publish.late", { count: days })}</Paragraph>
          </Alert>
          <Textfield
            multiline
            rows={3}
            maxLength={1000}
            label={t("web.manager.publish.reason")}
            description={t("web.manager.publish.reason.hint")}
            error={lacking ? t("web.manager.publish.reason.needed") : undefined}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : (
        <Paragraph>{t("web.manager.publish.in_time", { count: days, date: formats.dayYear(period.publish_by) })}</Paragraph>
      )}
      <div className="row">
        <Button type="submit" disabled={unlawful}>
          {t("web.manager.publish.do")} …
        </Button>
        {unlawful && <span>{t("web.manager.publish.unlawful")}</span>}
      </div>
      {sure && (
        <Dialog open onClose={() => setSure(false)} closeButton={t("web.close")}>
          <div className="stack">
            <Heading level={2} data-size="xs">
              {t("web.manager.publish.sure", { name: grid.draft.name })}
            </Heading>
            <Paragraph>{t("web.manager.publish.sure.hint", { date: formats.dayYear(period.start) })}</Paragraph>
            {publish.error && <ProblemAlert error={publish.error} />}
            <div className="row">
              <Button type="button" loading={publish.isPending} onClick={() => publish.mutate(late ? reason.trim() : "")}>
                {t("web.manager.publish.do")}
              </Button>
              <Button type="button" variant="tertiary" onClick={() => setSure(false)}>
                {t("web.manager.cancel")}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </form>
  );
}
