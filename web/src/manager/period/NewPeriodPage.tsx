import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";

/** Set up another period. */
export default function NewPeriodPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.new")}</PageTitle>
    </div>
  );
}
