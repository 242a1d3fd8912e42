import { useTranslation } from "react-i18next";
import { daysBetween, today } from "../../dates/dates";
import type { Period } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";
import { quota, type WishedDay } from "./my-days";

/** Deadline and what is left of the quota; stays in view while one taps. */
export function RoundFacts({ period, days }: { period: Period; days: WishedDay[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { used, strong } = quota(days);
  const left = period.wishes_to ? daysBetween(today(), today(new Date(period.wishes_to))) : 0;
  return (
    <div className="round-facts">
      <strong>
        {period.wishes_to
          ? t("web.wishes.deadline", { at: formats.moment(period.wishes_to) })
          : t("web.wishes.no_deadline")}
      </strong>
      {period.wishes_to && <span>{t("web.wishes.days_left", { count: Math.max(0, left) })}</span>}
      <span>
        {t("web.wishes.left", { left: Math.max(0, period.most_wishes - used), most: period.most_wishes })}
      </span>
      <span>
        {t("web.wishes.strong_left", {
          left: Math.max(0, period.most_strong - strong),
          most: period.most_strong,
        })}
      </span>
    </div>
  );
}
