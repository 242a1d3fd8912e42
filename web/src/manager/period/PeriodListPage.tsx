import { Button, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { usePeriods } from "../../periods/usePeriods";
import { useFormats } from "../../texts/useFormats";
import { useManagedUnit } from "../useManagedUnit";

/** A unit's periods, each leading to where it stands. */
export default function PeriodListPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const periods = usePeriods(useManagedUnit().id);
  return (
    <div className="page">
      <PageTitle>{t("web.periods.title")}</PageTitle>
      {periods.error && <ProblemAlert error={periods.error} retry={() => void periods.refetch()} />}
      {periods.isLoading && <Waiting />}
      {periods.data?.length === 0 && <Paragraph>{t("web.periods.none")}</Paragraph>}
      <div className="row">
        <Button asChild>
          <Link to="/manager/periods/new">{t("web.manager.period.new")}</Link>
        </Button>
      </div>
      <ul className="plain-list stack">
        {periods.data?.map((period) => (
          <li key={period.id} className="panel period-row">
            <div className="row">
              <strong>
                <Link to={`/manager/periods/${period.id}`}>{period.name}</Link>
              </strong>
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
