import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IsoDate, monthOf } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import type { Period } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";
import { CoverLevel } from "../calendar/CoverLevel";
import { MonthSteps } from "../calendar/MonthSteps";
import { MonthTable } from "../calendar/MonthTable";
import type { Round } from "../wishes/useRound";
import { useWishWords } from "../wishes/wish-words";
import type { Line } from "./useDraftLine";

interface Props {
  period: Period;
  round: Round;
  line: Line;
  tap: (date: IsoDate) => void;
}

/** The period by months with the proposed shifts; single wishes show through. */
export function LineMonth({ period, round, line, tap }: Props) {
  const [month, setMonth] = useState(monthOf(period.start));
  return (
    <div className="stack-tight">
      <MonthSteps
        month={month}
        first={monthOf(period.start)}
        last={monthOf(period.end)}
        go={setMonth}
      />
      <MonthTable
        month={month}
        bounds={[period.start, period.end]}
        day={(date) => {
          const inside = period.start <= date && date <= period.end;
          if (!inside) return <div className="month-day month-outside quiet">{Number(date.slice(8))}</div>;
          return <DayButton date={date} shift={line[date]} round={round} tap={tap} />;
        }}
      />
    </div>
  );
}

interface DayProps {
  date: IsoDate;
  shift: string | undefined;
  round: Round;
  tap: (date: IsoDate) => void;
}

function DayButton({ date, shift, round, tap }: DayProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  const wish = round.days.find((day) => day.date === date && day.source !== "proposal");
  const level = shift ? round.levels.get(date)?.shifts[shift] : round.levels.get(date)?.level;
  const holiday = redDay(date);
  const spoken = [
    formats.dayLong(date),
    holiday && t(holiday),
    shift ? t("web.line.day", { shift }) : t("web.line.free"),
    wish && t("web.line.wish", { wish: words.words(wish.choice) }),
    level && t(`web.cover.${level}.long`),
  ];
  return (
    <button
      type="button"
      className="month-day"
      onClick={() => tap(date)}
    >
      <span className="visually-hidden">{spoken.filter(Boolean).join(". ")}</span>
      <span className="month-parts" aria-hidden="true">
        <span className="month-number">{Number(date.slice(8))}</span>
        {shift && <span className="month-mark">{shift}</span>}
        {wish && <span className="line-wish">{words.mark(wish.choice)}</span>}
        {level && <CoverLevel level={level} />}
      </span>
    </button>
  );
}
