import { Heading } from "@digdir/designsystemet-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** A page's heading, which is the document's title too. */
export function PageTitle({ children }: { children: string }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${children} – ${t("web.product")}`;
  }, [children, t]);
  return (
    <Heading level={1} data-size="md">
      {children}
    </Heading>
  );
}
