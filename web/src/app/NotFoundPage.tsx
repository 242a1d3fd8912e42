import { Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "./PageTitle";

/** For addresses that lead nowhere, or to an area that one's roles do not open. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("web.notfound.title")}</PageTitle>
      <Paragraph>{t("web.notfound.text")}</Paragraph>
      <Link to="/">{t("web.notfound.home")}</Link>
    </div>
  );
}
