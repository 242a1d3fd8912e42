import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { ReceiptList, Shares } from "../../receipts/ReceiptList";

const LOOKED_EVERY = 3000;

/** What became of one's own wishes in the roster that is shown or published. */
export function MyReceiptsPage() {
  const { t } = useTranslation();
  const { period = "" } = useParams();
  const found = useQuery({
    queryKey: keys.receipts(period),
    queryFn: () => told(api.GET("/api/periods/{period}/receipts/mine", { params: { path: { period } } })),
    refetchInterval: ({ state }) => (state.data?.state === "working" ? LOOKED_EVERY : false),
    meta: { offline: true },
  });
  return (
    <>
      <Link className="ds-link" to={`/staff/preview?period=${period}`}>{t("web.receipts.back")}</Link>
      <PageTitle>{t("web.receipts.title")}</PageTitle>
      <Asked query={found}>{(mine) => <Mine found={mine} />}</Asked>
    </>
  );
}

function Mine({ found }: { found: Schemas["MyReceipts"] }) {
  const { t } = useTranslation();
  const { mine } = found;
  return (
    <>
      {found.state === "none" && <Paragraph className="panel">{t("web.receipts.none")}</Paragraph>}
      {found.state === "working" && <Paragraph role="status">{t("web.receipts.working")}</Paragraph>}
      {found.stale && (
        <Alert data-color="warning">
          <Paragraph>{t("web.receipts.stale")}</Paragraph>
        </Alert>
      )}
      {mine && mine.receipts.length === 0 && <Paragraph>{t("web.receipts.empty")}</Paragraph>}
      {mine && mine.receipts.length > 0 && (
        <>
          <Shares title={t("web.receipts.shares")} shares={mine.shares} />
          <ReceiptList receipts={mine.receipts} level={2} />
        </>
      )}
    </>
  );
}
