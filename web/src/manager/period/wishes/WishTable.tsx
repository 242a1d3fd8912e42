import { Button } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../../api/client";
import { keys } from "../../../api/keys";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { type IsoDate, weekday, weekNumber } from "../../../dates/dates";
import { ScrollFrame } from "../../../office/ScrollFrame";
import type { Period } from "../../../periods/usePeriods";
import { CoverLegend, CoverLevel } from "../../../staff/calendar/CoverLevel";
import { useWishWords } from "../../../staff/wishes/wish-words";
import { useFormats } from "../../../texts/useFormats";
import { type Row, windowOf, type WishOf } from "./overview";
import "./wishes.css";

const WEEKS = 4;
type Level = Schemas["DayLevel"];

interface Props {
  period: Period;
  rows: Row[];
  open: (row: Row) => void;
}

/** People by days, four weeks at a time, with the level of cover if all wishes were granted. */
export function WishTable({ period, rows, open }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [week, setWeek] = useState(0);
  const levels = useLevels(period.id);
  const dates = windowOf(period, week, WEEKS);
  const byDate = new Map(levels.data?.map((level) => [level.date, level]));
  const first = dates[0] ?? period.start;
  const last = dates.at(-1) ?? period.end;
  const more = (week + WEEKS) * 7 < period.days;
  return (
    <>
      {levels.error && <ProblemAlert error={levels.error} retry={() => void levels.refetch()} />}
      <div className="row">
        <Button variant="secondary" data-size="sm" disabled={week === 0} onClick={() => setWeek(week - WEEKS)}>
          {t("web.manager.wishes.earlier")}
        </Button>
        <strong role="status">
          {t("web.manager.period.span", {
            first: formats.dayShort(first),
            last: formats.dayShort(last),
            from: weekNumber(first),
            to: weekNumber(last),
          })}
        </strong>
        <Button variant="secondary" data-size="sm" disabled={!more} onClick={() => setWeek(week + WEEKS)}>
          {t("web.manager.wishes.later")}
        </Button>
      </div>
      <CoverLegend />
      <ScrollFrame className="wide wish-frame" label={t("web.manager.wishes.table")}>
        <table className="wish-table">
          <caption className="visually-hidden">{t("web.manager.wishes.table")}</caption>
          <Head dates={dates} period={period} levels={byDate} />
          <tbody>
            {rows.map((row) => (
              <PersonRow key={row.person} row={row} dates={dates} period={period} open={open} />
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}

function useLevels(period: string) {
  return useQuery({
    queryKey: keys.levels(period),
    queryFn: () => told(api.GET("/api/periods/{period}/levels", { params: { path: { period } } })),
  });
}

interface HeadProps {
  dates: IsoDate[];
  period: Period;
  levels: Map<IsoDate, Level>;
}

function Head({ dates, period, levels }: HeadProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <thead>
      <tr>
        <th scope="col">{t("web.manager.wishes.who")}</th>
        {dates.map((date) => (
          <th key={date} scope="col" className={shade(date, period)}>
            <abbr title={[formats.dayLong(date), period.red_days[date]].filter(Boolean).join(", ")}>
              {formats.weekday(date, "narrow")}
              <br />
              {Number(date.slice(8))}
            </abbr>
          </th>
        ))}
      </tr>
      <tr>
        <th scope="row">{t("web.manager.wishes.cover")}</th>
        {dates.map((date) => {
          const level = levels.get(date)?.level;
          return (
            <td key={date} className={shade(date, period)}>
              {level && <CoverLevel level={level} />}
            </td>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  row: Row;
  dates: IsoDate[];
  period: Period;
  open: (row: Row) => void;
}

function PersonRow({ row, dates, period, open }: RowProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="wish-name" onClick={() => open(row)}>
          {row.name}
        </button>
        {!row.answered && <span className="wish-missing">{t("web.manager.wishes.unanswered")}</span>}
      </th>
      {dates.map((date) => {
        const wish = row.wishes.get(date);
        return (
          <td key={date} className={shade(date, period)}>
            {wish && <Mark wish={wish} />}
          </td>
        );
      })}
    </tr>
  );
}

/** A wish in a few letters; the bar below is the thicker the stronger it is. */
function Mark({ wish }: { wish: WishOf }) {
  const { t } = useTranslation();
  const words = useWishWords();
  const told = [words.words(wish), words.strength(wish), wish.reason].filter(Boolean).join(". ");
  return (
    <span className={`wish-mark wish-${wish.kind} wish-strength-${wish.strength}`} title={told}>
      <span aria-hidden="true">{words.mark(wish)}</span>
      {wish.reason && (
        <span aria-hidden="true" className="wish-reason">
          {t("web.manager.wishes.reason.mark")}
        </span>
      )}
      <span className="visually-hidden">{told}</span>
    </span>
  );
}

function shade(date: IsoDate, period: Period): string {
  if (period.red_days[date] || weekday(date) === 7) return "red";
  return weekday(date) === 6 ? "saturday" : "";
}
