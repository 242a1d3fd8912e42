import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

interface Props {
  label: string;
  /** Address and catalogue key of each page; the first is the area's own page. */
  pages: (readonly [to: string, key: string])[];
  inner?: boolean;
}

/** The pages of an area, or of one thing in it. */
export function AreaTabs({ label, pages, inner = false }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={inner ? "tabs office-tabs" : "tabs office-nav"} aria-label={label}>
      {pages.map(([to, key], number) => (
        <NavLink key={to} to={to} end={number === 0}>
          {t(key)}
        </NavLink>
      ))}
    </nav>
  );
}
