import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import type { Period } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";
import { EditDialog } from "../form/EditDialog";
import { type Move, movesOf, roundState } from "./round";
import { useAnswered } from "./useAnswered";
import { useStage } from "./useChangePeriod";

/** Where the wish round stands, and opening or closing it for all at once. */
export function RoundPanel({ period, tag }: { period: Period; tag: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [move, setMove] = useState<Move>();
  const state = roundState(period, new Date());
  const at = (moment: string | null | undefined) => (moment ? formats.moment(moment) : "");
  return (
    <section className="panel" aria-labelledby="round">
      <Heading level={2} data-size="2xs" id="round">
        {t("web.manager.round")}
      </Heading>
      <Paragraph>
        {t(`web.manager.round.${state}`, { from: at(period.wishes_from), to: at(period.wishes_to) })}
      </Paragraph>
      <div className="row">
        {movesOf(period.stage).map((one, n) => (
          <Button key={one.name} variant={n ? "secondary" : "primary"} onClick={() => setMove(one)}>
            {t(`web.manager.round.${one.name}`)}
          </Button>
        ))}
        {(period.stage === "drafting" || period.stage === "preview") && (
          <Link to={`/manager/periods/${period.id}/drafts`}>{t("web.manager.round.drafts")}</Link>
        )}
      </div>
      {move && <MoveDialog period={period} tag={tag} move={move} close={() => setMove(undefined)} />}
    </section>
  );
}

interface DialogProps {
  period: Period;
  tag: string;
  move: Move;
  close: () => void;
}

/** Says what will happen before it does. */
function MoveDialog({ period, tag, move, close }: DialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const stage = useStage(period.id);
  const { missing, all, recurring, waiting } = useAnswered(period);
  const from = period.wishes_from;
  const later = from && new Date(from) > new Date();
  return (
    <EditDialog
      title={t(`web.manager.round.${move.name}`)}
      saveLabel={t(`web.manager.round.${move.name}`)}
      save={() => stage.mutate({ stage: move.to, tag }, { onSuccess: close })}
      saving={stage.isPending}
      touched={false}
      close={close}
    >
      <ul className="stack-tight">
        {move.name === "open" && (
          <>
            <li>
              {later
                ? t("web.manager.round.open.later", { count: all, at: formats.moment(from) })
                : t("web.manager.round.open.now", { count: all })}
            </li>
            <li>
              {period.wishes_to
                ? t("web.manager.round.open.until", { at: formats.moment(period.wishes_to) })
                : t("web.manager.round.open.no_end")}
            </li>
            <li>{t("web.manager.round.open.recurring", { count: recurring })}</li>
            {waiting > 0 && <li>{t("web.manager.round.open.waiting", { count: waiting })}</li>}
            <li>{t("web.manager.round.open.dates")}</li>
          </>
        )}
        {move.name === "skip" && <li>{t("web.manager.round.skip.what")}</li>}
        {move.name === "close" && (
          <>
            <li>{t("web.manager.round.close.what")}</li>
            <li>
              {missing.length > 0
                ? t("web.manager.round.close.missing", { count: missing.length, all })
                : t("web.manager.round.close.all")}
            </li>
          </>
        )}
        {move.name === "reopen" && <li>{t("web.manager.round.reopen.what")}</li>}
      </ul>
      {stage.error && <ProblemAlert error={stage.error} />}
    </EditDialog>
  );
}
