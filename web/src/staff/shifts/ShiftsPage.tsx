import { Paragraph, ToggleGroup } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { today } from "../../dates/dates";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { CalendarFeed } from "./CalendarFeed";
import { Offers } from "./Offers";
import { Invitations } from "./Invitations";
import { ShiftList } from "./ShiftList";
import { ShiftMonth } from "./ShiftMonth";
import { byDate, useMyShifts } from "./useMyShifts";
import { weeksFrom } from "./weeks";
import { SwapsNote } from "../swaps/SwapsNote";
import "./shifts.css";

/** One's published shifts, as a list by week or as a month. */
export function ShiftsPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const [view, setView] = useState("list");
  const mine = useMyShifts(unit);
  const periods = usePeriods(unit);
  const waiting = mine.isLoading || periods.isLoading; // all comes at once: nothing jumps
  const days = waiting ? undefined : mine.data && byDate(mine.data);
  const coming = days ? weeksFrom(days.values(), today()) : [];
  return (
    <>
      <PageTitle>{t("web.staff.shifts")}</PageTitle>
      <Offers unit={unit} />
      <Invitations unit={unit} />
      <SwapsNote unit={unit} />
      {!waiting && <Answered periods={periods.data ?? []} />}
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t("web.shifts.view")}
        value={view}
        onChange={setView}
      >
        <ToggleGroup.Item value="list">{t("web.shifts.list")}</ToggleGroup.Item>
        <ToggleGroup.Item value="month">{t("web.shifts.month")}</ToggleGroup.Item>
      </ToggleGroup>
      {mine.error && <ProblemAlert error={mine.error} retry={() => void mine.refetch()} />}
      {waiting && <Waiting />}
      {days && view === "month" && <ShiftMonth days={days} />}
      {days && view === "list" && coming.length > 0 && <ShiftList weeks={coming} />}
      {days && view === "list" && coming.length === 0 && (
        <Paragraph className="panel">{t("web.shifts.none")}</Paragraph>
      )}
      {!waiting && <CalendarFeed unit={unit} />}
    </>
  );
}

/** What became of one's wishes in the rosters that hold, or will. */
function Answered({ periods }: { periods: Period[] }) {
  const { t } = useTranslation();
  const now = today();
  const held = periods.filter((one) => one.stage === "published" && one.end >= now);
  return held.map((period) => (
    <p key={period.id}>
      <Link className="ds-link" to={`/staff/preview/${period.id}/receipts`}>
        {t("web.shifts.receipts", { name: period.name })}
      </Link>
    </p>
  ));
}
