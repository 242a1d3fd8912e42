import { useTranslation } from "react-i18next";
import { Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { AreaTabs } from "../office/AreaTabs";
import { PeriodFrame } from "../office/PeriodFrame";
import { useMe } from "../session/useMe";
import { useUnit } from "../session/useUnit";
import { HrPeriodPages } from "./HrPeriodPages";
import { OverviewPage } from "./OverviewPage";
import { UnitPage } from "./UnitPage";
import "../appearance/more-components.css";
import "../office/office.css";

const ForecastArea = later(() => import("../forecast/ForecastArea"));
const SharingArea = later(() => import("../sharing/SharingArea"));

const AREA = [
  ["/hr", "web.hr.page.units"],
  ["/hr/unit", "web.hr.page.unit"],
  ["/hr/sharing", "web.sharing.title"],
] as const;
const BASE = "/hr/unit";
const PERIOD = [
  ["", "web.hr.page.figures"],
  ["roster", "web.hr.page.roster"],
  ["drafts", "web.hr.page.drafts"],
  ["burdens", "web.office.burdens.page"],
  ["rules", "web.hr.page.rules"],
  ["protocol", "web.hr.page.protocol"],
] as const;

/** What HR follows: all units and where their periods stand, drafts, protocols, publications. */
export default function HrArea() {
  const { t } = useTranslation();
  const unit = useUnit(useMe(), "hr");
  return (
    <>
      <AreaTabs label={t("web.hr.nav")} pages={[...AREA]} />
      <Routes>
        <Route index element={<OverviewPage />} />
        {unit && <Route path="unit" element={<UnitPage key={unit.id} unit={unit} />} />}
        {unit && <Route path="unit/forecast/*" element={<ForecastArea key={unit.id} unit={unit} base="/hr/unit" manages />} />}
        {unit && <Route path="sharing/*" element={<SharingArea key={unit.id} unit={unit} base="/hr/sharing" as="hr" />} />}
        {unit && (
          <Route
            path="unit/periods/:period/*"
            element={
              <PeriodFrame key={unit.id} unit={unit.id} base={BASE} pages={[...PERIOD]}>
                {(period) => <HrPeriodPages period={period} />}
              </PeriodFrame>
            }
          />
        )}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
