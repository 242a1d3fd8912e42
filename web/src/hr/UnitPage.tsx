import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "../app/PageTitle";
import { NamesPanel } from "../office/NamesPanel";
import { PeriodList } from "../office/PeriodList";
import { WardFacts } from "../office/WardFacts";

/** One unit: what it holds, and its periods. */
export function UnitPage({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{unit.name}</PageTitle>
      <WardFacts unit={unit.id} />
      <Link to="/hr/unit/forecast" className="office-link">{t("web.forecast.title")}</Link>
      <PeriodList unit={unit.id} base="/hr/unit/periods" />
      <NamesPanel unit={unit.id} as="hr" />
    </div>
  );
}
