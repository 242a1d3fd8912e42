import { Button, Details } from "@digdir/designsystemet-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation } from "react-router";
import { ProblemAlert } from "../api/ProblemAlert";
import { areaOfPath, areasOf } from "../session/areas";
import { useMe, useSignOut } from "../session/useMe";
import { Bell } from "./Bell";
import { LanguageChoice } from "./LanguageChoice";
import { SchemeChoice } from "./SchemeChoice";
import { UnitChoice } from "./UnitChoice";

/** Product name, unit, areas, and what one may choose for oneself. */
export function Header() {
  const { t } = useTranslation();
  const me = useMe();
  const areas = areasOf(me);
  const area = areaOfPath(useLocation().pathname) ?? areas[0];
  const signOut = useMutation({ mutationFn: useSignOut() });
  return (
    <header className="header">
      <div className="header-row">
        <Link to="/" className="product">
          {t("web.product")}
        </Link>
        {area && area !== "admin" && <UnitChoice area={area} />}
        <Bell />
        <Details className="account" variant="default">
          <Details.Summary>{me.name}</Details.Summary>
          <Details.Content>
            <div className="account-choices">
              <LanguageChoice />
              <SchemeChoice />
              {signOut.error && <ProblemAlert error={signOut.error} />}
              <Button
                variant="secondary"
                data-size="sm"
                loading={signOut.isPending}
                onClick={() => signOut.mutate()}
              >
                {t("web.header.signout")}
              </Button>
            </div>
          </Details.Content>
        </Details>
      </div>
      {areas.length > 1 && (
        <nav className="areas" aria-label={t("web.header.areas")}>
          {areas.map((one) => (
            <NavLink key={one} to={`/${one}`}>
              {t(`web.area.${one}`)}
            </NavLink>
          ))}
        </nav>
      )}
    </header>
  );
}
