import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type IsoDate, monthWeeks, plusDays, weekday, weekNumber } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import { useFormats } from "../../texts/useFormats";
import "./month.css";

interface Props {
  month: IsoDate;
  day: (date: IsoDate) => ReactNode;
  /** First and last date that matter: weeks with neither are left out. */
  bounds?: [IsoDate, IsoDate];
}

/** A month by weeks from Monday to Sunday; what a day shows is up to the page. */
export function MonthTable({ month, day, bounds }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const weeks = monthWeeks(month).filter((week) => !bounds || touches(week.monday, bounds));
  const first = weeks[0]?.monday ?? month;
  return (
    <table className="month">
      <caption className="visually-hidden">{formats.month(month)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <abbr title={t("web.calendar.week_long")}>{t("web.calendar.week_short")}</abbr>
          </th>
          {Array.from({ length: 7 }, (_, n) => plusDays(first, n)).map((date) => (
            <th key={date} scope="col">
              <span aria-hidden="true">{formats.weekday(date, "short").slice(0, 3)}</span>
              <span className="visually-hidden">{formats.weekday(date, "long")}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.monday}>
            <th scope="row">{weekNumber(week.monday)}</th>
            {week.days.map((date, n) => (
              <td key={date ?? n} className={date ? dayClass(date) : "month-none"}>
                {date && day(date)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function touches(start: IsoDate, [first, last]: [IsoDate, IsoDate]): boolean {
  return start <= last && first <= plusDays(start, 6);
}

function dayClass(date: IsoDate): string | undefined {
  return redDay(date) || weekday(date) === 7 ? "month-red" : undefined;
}
