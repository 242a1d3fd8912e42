import { Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { PageTitle } from "../app/PageTitle";
import { Waiting } from "../app/Waiting";
import type { Area } from "../session/areas";
import { useMe } from "../session/useMe";
import { useUnit } from "../session/useUnit";
import { useFormats } from "../texts/useFormats";
import { usePeriods } from "./usePeriods";

/** A unit's periods with their dates and stages. */
export function PeriodsPage({ area }: { area: Area }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const unit = useUnit(useMe(), area);
  const periods = usePeriods(unit?.id);
  return (
    <div className="page">
      <PageTitle>{t("web.periods.title")}</PageTitle>
      {periods.error && <ProblemAlert error={periods.error} retry={() => void periods.refetch()} />}
      {periods.isLoading && <Waiting />}
      {periods.data?.length === 0 && <Paragraph>{t("web.periods.none")}</Paragraph>}
      <ul className="plain-list stack">
        {periods.data?.map((period) => (
          <li key={period.id} className="panel">
            <div className="row">
              <strong>{period.name}</strong>
              <Tag data-color="info">{t(`web.stage.${period.stage}`)}</Tag>
            </div>
            <span>
              {t("web.period.span", {
                first: formats.dayShort(period.start),
                last: formats.dayShort(period.end),
                year: period.end.slice(0, 4),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
