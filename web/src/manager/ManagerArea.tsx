import { useTranslation } from "react-i18next";
import { NavLink, Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { useMe } from "../session/useMe";
import { useUnit } from "../session/useUnit";
import { ManagedUnitContext } from "./useManagedUnit";
import "../appearance/more-components.css";
import "./manager.css";

const NextPage = later(() => import("./next/NextPage"));
const SwapsPage = later(() => import("./swaps/SwapsPage"));
const UnitArea = later(() => import("./unit/UnitArea"));
const PeriodListPage = later(() => import("./period/PeriodListPage"));
const NewPeriodPage = later(() => import("./period/NewPeriodPage"));
const PeriodArea = later(() => import("./period/PeriodArea"));

/** What a unit's manager does: what is next, the unit, and its periods. */
export default function ManagerArea() {
  const { t } = useTranslation();
  const unit = useUnit(useMe(), "manager");
  if (!unit) return <NotFoundPage />;
  return (
    <ManagedUnitContext.Provider value={unit}>
      <nav className="tabs manager-nav" aria-label={t("web.manager.nav")}>
        <NavLink to="/manager" end>
          {t("web.manager.next")}
        </NavLink>
        <NavLink to="/manager/periods">{t("web.manager.periods")}</NavLink>
        <NavLink to="/manager/swaps">{t("web.manager.swaps")}</NavLink>
        <NavLink to="/manager/unit">{t("web.manager.unit")}</NavLink>
      </nav>
      <Routes key={unit.id}>
        <Route index element={<NextPage />} />
        <Route path="unit/*" element={<UnitArea />} />
        <Route path="swaps" element={<SwapsPage />} />
        <Route path="periods" element={<PeriodListPage />} />
        <Route path="periods/new" element={<NewPeriodPage />} />
        <Route path="periods/:period/*" element={<PeriodArea />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </ManagedUnitContext.Provider>
  );
}
