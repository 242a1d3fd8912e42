import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes, useNavigate, useParams } from "react-router";
import { NotFoundPage } from "../../app/NotFoundPage";
import { PageTitle } from "../../app/PageTitle";
import { ChoiceField } from "../../manager/form/Fields";
import { Asked } from "../../office/Asked";
import { currentPeriod } from "../../office/standing";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { ComparePage } from "../comparison/ComparePage";
import { ComparisonPage } from "../comparison/ComparisonPage";
import { paths } from "./paths";
import { ScenarioPage } from "./ScenarioPage";
import { ScenariosPage } from "./ScenariosPage";
import "../../manager/manager.css";
import "./scenarios.css";

/** Scenarios of a unit's periods, and what comes of rostering a period under each. */
export default function ScenariosArea({ unit }: { unit: { id: string; name: string } }) {
  const { t } = useTranslation();
  const periods = usePeriods(unit.id);
  return (
    <div className="stack">
      <PageTitle>{t("web.sharing.scenarios.title")}</PageTitle>
      <Asked query={periods} none={t("web.periods.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <Routes>
            <Route index element={<Navigate to={paths.of((currentPeriod(data) ?? data[0])?.id ?? "")} replace />} />
            <Route path=":period/*" element={<OfPeriod periods={data} />} />
          </Routes>
        )}
      </Asked>
    </div>
  );
}

function OfPeriod({ periods }: { periods: Period[] }) {
  const { period: id = "" } = useParams();
  const period = periods.find((one) => one.id === id);
  // another unit was chosen, or the address is of somebody else's
  if (!period) return <Navigate to={paths.all} replace />;
  return (
    <Routes>
      <Route
        index
        element={
          <>
            <PeriodChoice periods={periods} chosen={id} />
            <ScenariosPage key={id} period={id} />
          </>
        }
      />
      <Route path="one/:scenario" element={<ScenarioPage period={id} />} />
      <Route path="compare" element={<ComparePage period={id} />} />
      <Route path="comparisons/:comparison" element={<ComparisonPage period={id} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function PeriodChoice({ periods, chosen }: { periods: Period[]; chosen: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  if (periods.length < 2) return <p className="quiet">{periods[0]?.name}</p>;
  return (
    <div className="office-form">
      <ChoiceField
        label={t("web.sharing.scenarios.period")}
        value={chosen}
        options={periods.map((one) => ({ value: one.id, label: one.name }))}
        change={(period) => void go(paths.of(period))}
      />
    </div>
  );
}
