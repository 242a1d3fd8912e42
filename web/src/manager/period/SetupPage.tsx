import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";

export default function SetupPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.setup")}</PageTitle>
    </div>
  );
}
