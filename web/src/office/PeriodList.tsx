import { Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Period, usePeriods } from "../periods/usePeriods";
import { Asked } from "./Asked";
import { StandingNote } from "./StandingNote";
import { useSpan } from "./useSpan";

interface Props {
  unit: string;
  /** Where a period's pages are. */
  base: string;
}

/** A unit's periods: where each stands, and when its roster must be known. */
export function PeriodList({ unit, base }: Props) {
  const { t } = useTranslation();
  const periods = usePeriods(unit);
  return (
    <Asked query={periods} none={t("web.periods.none")} empty={(data) => data.length === 0}>
      {(data) => (
        <ul className="plain-list stack">
          {data.map((period) => (
            <PeriodItem key={period.id} period={period} to={`${base}/${period.id}`} />
          ))}
        </ul>
      )}
    </Asked>
  );
}

function PeriodItem({ period, to }: { period: Period; to: string }) {
  const { t } = useTranslation();
  const span = useSpan();
  return (
    <li className="panel office-card">
      <div className="office-head">
        <Link to={to} className="office-link">
          {period.name}
        </Link>
        <span className="row">
          <Tag data-color="neutral">{t(`web.stage.${period.stage}`)}</Tag>
          <StandingNote period={period} />
        </span>
      </div>
      <span>{span(period)}</span>
    </li>
  );
}
