import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Route, Routes } from "react-router";
import { later } from "../../app/later";
import { useTabInSight } from "../../app/useTabInSight";
import { NotFoundPage } from "../../app/NotFoundPage";
import { CallsPage } from "../calls/CallsPage";
import { RecurringPage } from "../recurring/RecurringPage";
import { AbsencesPage } from "./absences/AbsencesPage";
import { AgreementsPage } from "./agreements/AgreementsPage";
import { CompetencesPage } from "./competences/CompetencesPage";
import { DemandPage } from "./demand/DemandPage";
import { RulesPage } from "./rules/RulesPage";
import { ShiftsPage } from "./shifts/ShiftsPage";
import { StaffPage } from "./staff/StaffPage";
import { WorkbookPage } from "./workbook/WorkbookPage";

const ForecastArea = later(() => import("./ForecastArea"));
const SharingOfUnit = later(() => import("./SharingOfUnit"));
const PAGES = [
  "staff",
  "absences",
  "forecast",
  "recurring",
  "calls",
  "demand",
  "shifts",
  "competences",
  "rules",
  "agreements",
  "sharing",
  "workbook",
] as const;

/** What a unit is made of: staff, shifts, the staffing plan, rules and what it aims for. */
export default function UnitArea() {
  const { t } = useTranslation();
  const nav = useTabInSight();
  return (
    <div className="page">
      <nav ref={nav} className="tabs" aria-label={t("web.manager.unit.nav")}>
        {PAGES.map((page) => (
          <NavLink key={page} to={`/manager/unit/${page}`}>
            {t(`web.manager.unit.${page}`)}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route index element={<Navigate to="staff" replace />} />
        <Route path="staff" element={<StaffPage />} />
        <Route path="absences" element={<AbsencesPage />} />
        <Route path="forecast/*" element={<ForecastArea />} />
        <Route path="recurring" element={<RecurringPage />} />
        <Route path="calls" element={<CallsPage />} />
        <Route path="demand" element={<DemandPage />} />
        <Route path="shifts" element={<ShiftsPage />} />
        <Route path="competences" element={<CompetencesPage />} />
        <Route path="rules" element={<RulesPage />} />
        <Route path="agreements" element={<AgreementsPage />} />
        <Route path="sharing/*" element={<SharingOfUnit />} />
        <Route path="workbook" element={<WorkbookPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </div>
  );
}
