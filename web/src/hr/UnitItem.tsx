import { Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../api/ProblemAlert";
import { wardQuery, type UnitShape } from "../office/questions";
import { currentPeriod } from "../office/standing";
import { StandingNote } from "../office/StandingNote";
import { useNumbers } from "../office/useNumbers";
import { useSpan } from "../office/useSpan";
import { type Period, usePeriods } from "../periods/usePeriods";
import { chooseUnit } from "../session/useUnit";
import { useFormats } from "../texts/useFormats";

/** A unit: people and posts, and where its period stands. */
export function UnitItem({ unit }: { unit: UnitShape }) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  const ward = useQuery(wardQuery(unit.id));
  const periods = usePeriods(unit.id);
  const period = currentPeriod(periods.data ?? []);
  const error = periods.error ?? ward.error;
  return (
    <li className="panel office-card">
      <div className="office-head">
        <Link to="/hr/unit" className="office-link" onClick={() => chooseUnit(unit.id)}>
          {unit.name}
        </Link>
        <span className="quiet">
          {ward.data &&
            t("web.hr.ward", { people: number(ward.data.people), posts: number(ward.data.full_time) })}
          {ward.data === null && t("web.office.ward.none")}
        </span>
      </div>
      {error && <ProblemAlert error={error} retry={() => void periods.refetch()} />}
      {periods.data && !period && <span>{t("web.periods.none")}</span>}
      {period && <Now period={period} unit={unit.id} />}
    </li>
  );
}

function Now({ period, unit }: { period: Period; unit: string }) {
  const { t } = useTranslation();
  const span = useSpan();
  const formats = useFormats();
  return (
    <div className="office-head">
      <div>
        <Link
          to={`/hr/unit/periods/${period.id}`}
          className="office-link"
          onClick={() => chooseUnit(unit)}
        >
          {period.name}
        </Link>
        <div>{span(period)}</div>
        <div className="quiet">
          {t("web.hr.publish_by", { date: formats.dayYear(period.publish_by) })}
        </div>
      </div>
      <span className="row">
        <Tag data-color="neutral">{t(`web.stage.${period.stage}`)}</Tag>
        <StandingNote period={period} />
      </span>
    </div>
  );
}
