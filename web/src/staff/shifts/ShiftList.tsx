import { Button, Heading } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { plusDays, today, weekday, weekNumber } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import { useFormats } from "../../texts/useFormats";
import type { MyDay, Shift } from "./useMyShifts";
import type { Week } from "./weeks";

const WEEKS = 4;

/** The next shifts by week; more weeks are shown when asked for. */
export function ShiftList({ weeks }: { weeks: Week[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [shown, setShown] = useState(WEEKS);
  return (
    <>
      {weeks.slice(0, shown).map((week) => (
        <section key={week.monday} className="stack-tight" aria-labelledby={`week-${week.monday}`}>
          <div className="week-head">
            <Heading level={2} data-size="2xs" id={`week-${week.monday}`}>
              {t("web.shifts.week", { number: weekNumber(week.monday) })}
            </Heading>
            <span className="quiet">
              {t("web.shifts.week_facts", {
                first: formats.dayShort(week.monday),
                last: formats.dayShort(plusDays(week.monday, 6)),
                hours: formats.hours(week.minutes),
              })}
            </span>
          </div>
          <ul className="plain-list shift-days">
            {week.days.map((day) => (
              <Day key={day.date} day={day} />
            ))}
          </ul>
        </section>
      ))}
      {shown < weeks.length && (
        <Button variant="secondary" onClick={() => setShown(shown + WEEKS)}>
          {t("web.shifts.more")}
        </Button>
      )}
    </>
  );
}

function SwapLink({ date, shift }: { date: string; shift: Shift }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Button asChild variant="tertiary" data-size="sm" className="shift-swap">
      <Link
        to={`/staff/swaps/${date}?shift=${encodeURIComponent(shift.shift)}`}
        aria-label={t("web.swaps.swap_of", { shift: shift.name, date: formats.day(date) })}
      >
        {t("web.swaps.swap_short")}
      </Link>
    </Button>
  );
}

function Day({ day }: { day: MyDay }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const holiday = redDay(day.date);
  const red = holiday !== undefined || weekday(day.date) === 7;
  const away = day.off.filter((code) => !/^F[1-5]$/.test(code));
  return (
    <li className={day.shifts.length ? "shift-day" : "shift-day shift-day-off"}>
      <span className={red ? "shift-date shift-date-red" : "shift-date"}>
        <span>{formats.day(day.date)}</span>
        {day.date === today() && <span className="shift-today">{t("web.shifts.today")}</span>}
        {holiday && <span className="shift-holiday">{t(holiday)}</span>}
      </span>
      <span className="stack-tight">
        {day.shifts.map((shift) => (
          <span key={shift.shift} className="shift-and-swap">
            <span className={`shift shift-kind-${shift.kind}`}>
              <strong>{shift.name}</strong>
              <span>
                {t("web.shifts.times", { start: shift.start, end: shift.end })}
              </span>
            </span>
            {day.date >= today() && <SwapLink date={day.date} shift={shift} />}
          </span>
        ))}
        {(day.shifts.length ? away : day.off).map((code) => (
          <span key={code} className="quiet">
            {t(`web.code.${code}`)}
          </span>
        ))}
      </span>
    </li>
  );
}
