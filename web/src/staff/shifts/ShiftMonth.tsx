import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IsoDate, monthOf, today } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import { useFormats } from "../../texts/useFormats";
import { MonthSteps } from "../calendar/MonthSteps";
import { MonthTable } from "../calendar/MonthTable";
import type { MyDay } from "./useMyShifts";

/** One's shifts in a month, from this month on. */
export function ShiftMonth({ days }: { days: Map<IsoDate, MyDay> }) {
  const { t } = useTranslation();
  const now = today();
  const first = monthOf(now);
  const last = monthOf([...days.keys()].at(-1) ?? now);
  const [month, setMonth] = useState(first);
  return (
    <div className="stack-tight">
      <MonthSteps month={month} first={first} last={last > first ? last : first} go={setMonth} />
      <MonthTable month={month} day={(date) => <Cell day={days.get(date)} date={date} />} />
      <ul className="plain-list month-holidays">
        {[...Array(31).keys()]
          .map((n) => `${month.slice(0, 8)}${String(n + 1).padStart(2, "0")}`)
          .filter((date) => redDay(date))
          .map((date) => (
            <HolidayLine key={date} date={date} name={t(redDay(date) ?? "")} />
          ))}
      </ul>
    </div>
  );
}

function HolidayLine({ date, name }: { date: IsoDate; name: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return <li>{t("web.calendar.holiday", { date: formats.dayShort(date), name })}</li>;
}

function Cell({ day, date }: { day: MyDay | undefined; date: IsoDate }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const off = day && !day.shifts.length ? day.off : [];
  return (
    <div className={date === today() ? "month-day month-today" : "month-day"}>
      <span className="month-number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span className="visually-hidden">{formats.dayLong(date)}</span>
      {day?.shifts.map((shift) => (
        <span key={shift.shift} className="month-mark">
          <span aria-hidden="true">{shift.shift}</span>
          <span className="visually-hidden">
            {t("web.shifts.spoken", { name: shift.name, start: shift.start, end: shift.end })}
          </span>
        </span>
      ))}
      {off.map((code) => (
        <span key={code} className="month-mark month-mark-off">
          <span aria-hidden="true">{t(`web.code.${code}.short`)}</span>
          <span className="visually-hidden">{t(`web.code.${code}`)}</span>
        </span>
      ))}
    </div>
  );
}
