import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import type { Period } from "../../../periods/usePeriods";
import { useFormats } from "../../../texts/useFormats";
import type { Draft } from "../drafts/useDrafts";
import { paths } from "../paths";
import { useTakeBack } from "./useHearing";

/** The draft that staff see now, and the way to take it back. */
export function ShownDraft({ period, draft }: { period: Period; draft: Draft }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [sure, setSure] = useState(false);
  const published = period.stage === "published";
  return (
    <section className="panel" aria-labelledby="shown-draft">
      <Heading level={2} data-size="2xs" id="shown-draft">
        {t("web.manager.hearing.shown", { name: t("web.manager.draft.title", { ...draft }) })}
      </Heading>
      <Paragraph>{published ? t("web.manager.hearing.published") : endOf(period, t, formats.moment)}</Paragraph>
      <div className="row">
        <Button asChild variant="secondary" data-size="sm">
          <Link to={paths.grid(period.id, draft.id)}>{t("web.manager.draft.open")}</Link>
        </Button>
        {!published && (
          <Button variant="tertiary" data-size="sm" onClick={() => setSure(true)}>
            {t("web.manager.hearing.back")}
          </Button>
        )}
      </div>
      {sure && <TakeBack period={period} close={() => setSure(false)} />}
    </section>
  );
}

type Say = (key: string, facts?: Record<string, string>) => string;

function endOf(period: Period, t: Say, moment: (at: string) => string): string {
  if (!period.comments_to) return t("web.manager.hearing.open");
  const over = Date.parse(period.comments_to) <= Date.now();
  return t(over ? "web.manager.hearing.closed" : "web.manager.hearing.open.until", { at: moment(period.comments_to) });
}

function TakeBack({ period, close }: { period: Period; close: () => void }) {
  const { t } = useTranslation();
  const back = useTakeBack(period);
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t("web.manager.hearing.back.sure")}
        </Heading>
        <Paragraph>{t("web.manager.hearing.back.hint")}</Paragraph>
        {back.error && <ProblemAlert error={back.error} />}
        <div className="row">
          <Button loading={back.isPending} onClick={() => back.mutate(undefined, { onSuccess: close })}>
            {t("web.manager.hearing.back")}
          </Button>
          <Button variant="tertiary" onClick={close}>
            {t("web.manager.cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
