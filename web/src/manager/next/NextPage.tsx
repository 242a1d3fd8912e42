import { PageTitle } from "../../app/PageTitle";
import { useManagedUnit } from "../useManagedUnit";
import { useTranslation } from "react-i18next";

/** What needs doing next in the unit. */
export default function NextPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit();
  return (
    <div className="page">
      <PageTitle>{t("web.manager.next.title", { unit: unit.name })}</PageTitle>
    </div>
  );
}
