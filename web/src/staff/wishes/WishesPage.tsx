import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import type { IsoDate } from "../../dates/dates";
import type { Period } from "../../periods/usePeriods";
import { useShiftNames } from "../shifts/useMyShifts";
import { RoundFacts } from "./RoundFacts";
import { RoundPage } from "./RoundPage";
import { useRound } from "./useRound";
import { WishDialog } from "./WishDialog";
import { WishList } from "./WishList";
import { WishMonth } from "./WishMonth";

/** Wishes day by day in the open round. */
export function WishesPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  return (
    <RoundPage unit={unit} title={t("web.staff.wishes")}>
      {(period) => <DayWishes key={period.id} period={period} unit={unit} />}
    </RoundPage>
  );
}

function DayWishes({ period, unit }: { period: Period; unit: string }) {
  const { t } = useTranslation();
  const round = useRound(period);
  const name = useShiftNames(unit);
  const [date, setDate] = useState<IsoDate>();
  const opener = useRef<Element | null>(null);
  const open = (chosen: IsoDate) => {
    opener.current = document.activeElement;
    setDate(chosen);
  };
  useEffect(() => {
    // the dialog is gone: go on where it was opened
    if (!date && opener.current instanceof HTMLElement) opener.current.focus();
  }, [date]);
  return (
    <>
      <RoundFacts period={period} days={round.days} />
      {round.mine.error && (
        <ProblemAlert error={round.mine.error} retry={() => void round.mine.refetch()} />
      )}
      <p className="quiet">{t("web.wishes.how")}</p>
      <WishMonth period={period} round={round} tap={open} />
      <WishList days={round.days} edit={open} />
      {date && (
        <WishDialog
          key={date}
          date={date}
          period={period.id}
          round={round}
          name={name}
          close={() => setDate(undefined)}
        />
      )}
    </>
  );
}
