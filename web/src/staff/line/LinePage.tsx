import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import type { Period } from "../../periods/usePeriods";
import { useShiftNames } from "../shifts/useMyShifts";
import { RoundPage } from "../wishes/RoundPage";
import { useRound } from "../wishes/useRound";
import { LineFacts } from "./LineFacts";
import { LineMonth } from "./LineMonth";
import { ShiftBrush } from "./ShiftBrush";
import { dutiesOf, lineOf, tapped, useDraftLine } from "./useDraftLine";
import { useVerdict } from "./useVerdict";
import "./line.css";

/** A whole own proposal: one taps a shift onto each day and sees what it amounts to. */
export function LinePage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  return (
    <RoundPage unit={unit} title={t("web.wishes.line")}>
      {(period) => <OwnLine key={period.id} period={period} unit={unit} />}
    </RoundPage>
  );
}

function OwnLine({ period, unit }: { period: Period; unit: string }) {
  const { t } = useTranslation();
  const round = useRound(period);
  const name = useShiftNames(unit);
  const [chosen, setChosen] = useState<string>();
  const brush = chosen ?? round.codes[0] ?? "";
  const { line, changed, change } = useDraftLine(period.id, lineOf(round.days));
  const verdict = useVerdict(period.id, line);
  const refusal = round.entries.find(
    ({ change, refusal }) => change.kind === "line" && change.period === period.id && refusal,
  );
  const send = () => {
    round.outbox.add({ kind: "line", period: period.id, duties: dutiesOf(line) });
    change(undefined);
  };
  const waiting = round.days.some((day) => day.source === "proposal" && day.state === "waiting");
  return (
    <>
      <Paragraph className="quiet">{t("web.line.how")}</Paragraph>
      {round.levelsError && !round.codes.length && <ProblemAlert error={round.levelsError} />}
      <LineFacts line={line} verdict={verdict} />
      <ShiftBrush codes={round.codes} name={name} value={brush} choose={setChosen} />
      {/* before the shifts are there a tap would clear the day, and look as if it had been lost */}
      {(round.codes.length > 0 || round.levelsError) && (
        <LineMonth
          period={period}
          round={round}
          line={line}
          tap={(date) => change(tapped(line, date, brush))}
        />
      )}
      {refusal?.refusal && (
        <p className="refusal" role="alert">
          {refusal.refusal.message} {refusal.refusal.hint}
        </p>
      )}
      <div className="row">
        <Button onClick={send} disabled={!changed}>
          {t("web.line.send")}
        </Button>
        {changed && (
          <Button variant="secondary" onClick={() => change(undefined)}>
            {t("web.line.discard")}
          </Button>
        )}
        <span role="status">
          {changed && t("web.line.unsent")}
          {!changed && waiting && t("web.wish.state.waiting")}
          {!changed && !waiting && dutiesOf(line).length > 0 && t("web.line.sent")}
        </span>
      </div>
    </>
  );
}
