import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { useTabInSight } from "../../app/useTabInSight";

/** The ways to wish: day by day, a whole line, what comes back, and extra shifts. */
export function WishTabs() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const nav = useTabInSight();
  return (
    <nav ref={nav} className="tabs" aria-label={t("web.wishes.ways")}>
      <NavLink to={`/staff/wishes${search}`} end>
        {t("web.wishes.days")}
      </NavLink>
      <NavLink to={`/staff/wishes/line${search}`}>{t("web.wishes.line")}</NavLink>
      <NavLink to={`/staff/wishes/recurring${search}`}>{t("web.wishes.recurring")}</NavLink>
      <NavLink to={`/staff/wishes/extra${search}`}>{t("web.calls.title")}</NavLink>
    </nav>
  );
}
