import { useState } from "react";
import { useTranslation } from "react-i18next";
import { monthOf } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import { useFormats } from "../../texts/useFormats";
import { MonthSteps } from "../calendar/MonthSteps";
import { MonthTable } from "../calendar/MonthTable";
import { changed, type PreviewDay } from "./changes";

/** One's line in the draft by months; changed days are marked. */
export function PreviewMonth({ days }: { days: PreviewDay[] }) {
  const { t } = useTranslation();
  const first = monthOf(days[0]?.date ?? "");
  const last = monthOf(days.at(-1)?.date ?? "");
  const [month, setMonth] = useState(first);
  const byDate = new Map(days.map((day) => [day.date, day]));
  return (
    <div className="stack-tight">
      <MonthSteps month={month} first={first} last={last} go={setMonth} />
      <MonthTable
        month={month}
        bounds={[days[0]?.date ?? first, days.at(-1)?.date ?? last]}
        day={(date) => {
          const day = byDate.get(date);
          if (!day) return <div className="month-day month-outside quiet">{Number(date.slice(8))}</div>;
          return <Cell day={day} />;
        }}
      />
      {days.some(changed) && <p className="quiet">{t("web.preview.legend")}</p>}
    </div>
  );
}

function Cell({ day }: { day: PreviewDay }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const holiday = redDay(day.date);
  return (
    <div className="month-day">
      <span className="month-number" aria-hidden="true">
        {Number(day.date.slice(8))}
        {changed(day) && "*"}
      </span>
      <span className="visually-hidden">
        {formats.dayLong(day.date)} {holiday && t(holiday)}{" "}
        {changed(day) && t("web.preview.changed")}
      </span>
      {day.shifts.map((shift) => (
        <span key={shift} className="month-mark">
          {shift}
        </span>
      ))}
      {!day.shifts.length && day.code && (
        <span className="month-mark month-mark-off">
          <span aria-hidden="true">{t(`web.code.${day.code}.short`)}</span>
          <span className="visually-hidden">{t(`web.code.${day.code}`)}</span>
        </span>
      )}
    </div>
  );
}
