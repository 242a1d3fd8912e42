import { Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { api, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";

/** A period's drafts. */
export default function RosterArea() {
  const { t } = useTranslation();
  const { period = "" } = useParams();
  const drafts = useQuery({
    queryKey: ["drafts", period],
    queryFn: () => told(api.GET("/api/periods/{period}/drafts", { params: { path: { period } } })),
  });
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.drafts")}</PageTitle>
      {drafts.error && <ProblemAlert error={drafts.error} retry={() => void drafts.refetch()} />}
      {drafts.isLoading && <Waiting />}
      {drafts.data?.length === 0 && <Paragraph>{t("web.manager.drafts.none")}</Paragraph>}
      <ul className="plain-list stack">
        {drafts.data?.map((draft) => (
          <li key={draft.id} className="panel">
            {draft.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
