import { useTranslation } from "react-i18next";
import { Link, Route, Routes, useLocation } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { AreaTabs } from "../office/AreaTabs";
import { LandingPage } from "./LandingPage";
import { type As, pagesOf } from "./pages";
import "../manager/manager.css";
import "../office/office.css";
import "./sharing.css";

const CataloguePage = later(() => import("./catalogue/CataloguePage"));
const DelegationsPage = later(() => import("./delegations/DelegationsPage"));
const LogPage = later(() => import("./log/LogPage"));
const ScenariosArea = later(() => import("./scenarios/ScenariosArea"));
const BridgePage = later(() => import("./bridge/BridgePage"));

interface Props {
  unit: { id: string; name: string };
  /** Where these pages lie. */
  base: string;
  as: As;
}

/** Task sharing in a unit: who may do what, the time it takes, and what moving it is worth. */
export default function SharingArea({ unit, base, as }: Props) {
  const { t } = useTranslation();
  const landing = useLocation().pathname.replace(/\/$/, "") === base;
  return (
    <div className={as === "hr" ? "page sharing" : "stack sharing"}>
      {!landing && (
        <>
          <Link to={base} className="office-link sharing-back">
            {t("web.sharing.of", { unit: unit.name })}
          </Link>
          <AreaTabs
            inner
            label={t("web.sharing.nav")}
            pages={pagesOf(as).map((page) => [`${base}/${page.path}`, `web.sharing.page.${page.name}`])}
          />
        </>
      )}
      <Routes>
        <Route index element={<LandingPage unit={unit} base={base} as={as} />} />
        <Route path="catalogue" element={<CataloguePage unit={unit.id} as={as} />} />
        <Route path="delegations" element={<DelegationsPage unit={unit.id} />} />
        <Route path="log" element={<LogPage unit={unit} />} />
        {as === "hr" && <Route path="scenarios/*" element={<ScenariosArea key={unit.id} unit={unit} />} />}
        {as === "hr" && <Route path="bridge" element={<BridgePage />} />}
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </div>
  );
}
