import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";

/** Says aloud that nobody has worked the minutes that stand below. */
export function InventedNote() {
  const { t } = useTranslation();
  return (
    <Alert data-color="warning">
      <Paragraph>
        <strong>{t("web.sharing.invented")}</strong> {t("web.sharing.invented.why")}
      </Paragraph>
    </Alert>
  );
}
