import { Spinner } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";

/** Shown while something is fetched. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <Spinner aria-hidden="true" data-size="md" />
      <span>{t("web.waiting")}</span>
    </div>
  );
}
