import { Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../app/PageTitle";
import { useMe } from "../session/useMe";
import "../appearance/more-components.css";

/** Where the area begins: the units of the service. */
export default function AdminArea() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="page">
      <PageTitle>{t("web.admin.title")}</PageTitle>
      {me.units.length === 0 && <Paragraph>{t("web.admin.none")}</Paragraph>}
      <ul className="plain-list stack">
        {me.units.map((unit) => (
          <li key={unit.id} className="panel">
            {unit.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
