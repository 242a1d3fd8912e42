import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";

export default function WishesPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.wishes")}</PageTitle>
    </div>
  );
}
