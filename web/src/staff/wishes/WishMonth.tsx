import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IsoDate, monthOf, today } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import type { Period } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";
import { CoverLegend, CoverLevel } from "../calendar/CoverLevel";
import { MonthSteps } from "../calendar/MonthSteps";
import { MonthTable } from "../calendar/MonthTable";
import type { WishedDay } from "./my-days";
import type { Round } from "./useRound";
import { useWishWords } from "./wish-words";

interface Props {
  period: Period;
  round: Round;
  tap: (date: IsoDate) => void;
}

/** The period by months: one taps a day to wish for it. */
export function WishMonth({ period, round, tap }: Props) {
  const [month, setMonth] = useState(monthOf(period.start));
  const days = new Map(round.days.map((day) => [day.date, day]));
  const inside = (date: IsoDate) => period.start <= date && date <= period.end;
  return (
    <div className="stack-tight" aria-busy={round.levelling}>
      <MonthSteps
        month={month}
        first={monthOf(period.start)}
        last={monthOf(period.end)}
        go={setMonth}
      />
      <MonthTable
        month={month}
        bounds={[period.start, period.end]}
        day={(date) =>
          inside(date) ? (
            <DayButton
              date={date}
              day={days.get(date)}
              level={round.levels.get(date)?.level}
              tap={tap}
            />
          ) : (
            <Outside date={date} />
          )
        }
      />
      <CoverLegend />
    </div>
  );
}

function Outside({ date }: { date: IsoDate }) {
  return <div className="month-day month-outside quiet">{Number(date.slice(8))}</div>;
}

interface DayProps {
  date: IsoDate;
  day: WishedDay | undefined;
  level: React.ComponentProps<typeof CoverLevel>["level"] | undefined;
  tap: (date: IsoDate) => void;
}

function DayButton({ date, day, level, tap }: DayProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  const holiday = redDay(date);
  const spoken = [
    formats.dayLong(date),
    holiday && t(holiday),
    day && `${words.words(day.choice)}, ${words.strength(day.choice)}`,
    day && words.state(day),
    level && t(`web.cover.${level}.long`),
  ];
  const classes = ["month-mark"];
  if (day?.choice.kind === "avoid") classes.push("month-mark-avoid");
  if (day && day.state !== "kept") classes.push(`month-mark-${day.state}`);
  if (day?.gone) classes.push("month-mark-gone");
  return (
    <button
      type="button"
      className={date === today() ? "month-day month-today" : "month-day"}
      onClick={() => tap(date)}
    >
      <span className="visually-hidden">{spoken.filter(Boolean).join(". ")}</span>
      <span className="month-parts" aria-hidden="true">
        <span className="month-number">{Number(date.slice(8))}</span>
        {day && <span className={classes.join(" ")}>{words.mark(day.choice)}</span>}
        {level && <CoverLevel level={level} />}
      </span>
    </button>
  );
}
