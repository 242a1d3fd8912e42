import { Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, told } from "../api/client";
import { keys } from "../api/keys";
import { PageTitle } from "../app/PageTitle";
import { Asked } from "../office/Asked";
import { WayForm } from "./WayForm";

/** Where else than in the app one wants to be told, and of what. */
export function WaysPage() {
  const { t } = useTranslation();
  const contacts = useQuery({
    queryKey: keys.contacts,
    queryFn: () => told(api.GET("/api/notices/contacts")),
    refetchOnWindowFocus: false, // what is being typed stands
  });
  return (
    <div className="page notices">
      <Link to="/notices" className="ds-link">{t("web.notices.ways.back")}</Link>
      <PageTitle>{t("web.notices.ways.title")}</PageTitle>
      <Paragraph>{t("web.notices.ways.lead")}</Paragraph>
      <Asked query={contacts}>
        {(data) => data.map((contact) => <WayForm key={contact.channel} contact={contact} />)}
      </Asked>
    </div>
  );
}
