import { Alert, Button, Details, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Asked } from "../../../office/Asked";
import { ReceiptList, Shares } from "../../../receipts/ReceiptList";
import { paths } from "../paths";
import { ended } from "../search/useJobs";
import { type Page, type Person, useAskReceipts, useReceipts } from "./useReceipts";

/** What became of everybody's wishes in a draft, by person. */
export function ReceiptsPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { draft = "" } = useParams();
  const found = useReceipts(draft);
  return (
    <div className="page">
      <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
      <PageTitle>{t("web.manager.receipts.title")}</PageTitle>
      <Paragraph>{t("web.manager.receipts.hint")}</Paragraph>
      <Asked query={found}>{(page) => <Found draft={draft} page={page} />}</Asked>
    </div>
  );
}

function Found({ draft, page }: { draft: string; page: Page }) {
  const { t } = useTranslation();
  const asking = useAskReceipts(draft);
  const { job, told } = page;
  const working = job !== null && !ended(job);
  return (
    <>
      {page.stale && (
        <Alert data-color="warning">
          <Paragraph>{t("web.receipts.stale")}</Paragraph>
        </Alert>
      )}
      <div className="row">
        {working ? (
          <span role="status">{t("web.receipts.working")}</span>
        ) : (
          <Button
            variant={told ? "secondary" : "primary"}
            loading={asking.isPending}
            onClick={() => asking.mutate(Date.now())}
          >
            {t(told ? "web.manager.receipts.again" : "web.manager.receipts.ask")}
          </Button>
        )}
      </div>
      {asking.error && <ProblemAlert error={asking.error} />}
      {told && (
        <>
          {told.people.length === 0 && <Paragraph>{t("web.manager.receipts.empty")}</Paragraph>}
          {told.partial && !working && <Paragraph>{t("web.manager.receipts.partial")}</Paragraph>}
          {told.people.length > 0 && <Shares title={t("web.manager.receipts.ward")} shares={told.ward} />}
          {told.people.map((person) => (
            <OfPerson key={person.person} person={person} />
          ))}
        </>
      )}
    </>
  );
}

function OfPerson({ person }: { person: Person }) {
  const { t } = useTranslation();
  const refused = person.receipts.filter((one) => one.state !== "granted").length;
  const summary = refused ? t("web.manager.receipts.refused", { count: refused }) : t("web.manager.receipts.all");
  return (
    <Details>
      <Details.Summary>{`${person.name} · ${summary}`}</Details.Summary>
      <Details.Content>
        <ReceiptList receipts={person.receipts} level={2} />
      </Details.Content>
    </Details>
  );
}
