import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useTabInSight } from "../app/useTabInSight";

interface Props {
  label: string;
  /** Address and catalogue key of each page. */
  pages: (readonly [to: string, key: string])[];
  inner?: boolean;
}

/** Whether other pages lie below an address, so that it stands for itself alone. */
function above(to: string, pages: Props["pages"]): boolean {
  return pages.some(([other]) => other.startsWith(`${to}/`));
}

/** The pages of an area, or of one thing in it. */
export function AreaTabs({ label, pages, inner = false }: Props) {
  const { t } = useTranslation();
  const nav = useTabInSight();
  return (
    <nav ref={nav} className={inner ? "tabs office-tabs" : "tabs office-nav"} aria-label={label}>
      {pages.map(([to, key]) => (
        <NavLink key={to} to={to} end={above(to, pages)}>
          {t(key)}
        </NavLink>
      ))}
    </nav>
  );
}
