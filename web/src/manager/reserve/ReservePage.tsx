import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import { chosen, type Heads, summed } from "./heads";
import { PriceFields, standing, USUAL } from "./PriceFields";
import { ReserveTable } from "./ReserveTable";
import { type Prices, type Suggestion, useAccept, useReserve, useSuggestion } from "./useReserve";
import "../../office/office.css";
import "../../forecast/forecast.css";

/** Reserve shifts for a period: what pays, what it costs and saves, and what was decided. */
export default function ReservePage({ period }: { period: string }) {
  const { t } = useTranslation();
  const accepted = useReserve(period);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.reserve.title")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.reserve.intro")}</Paragraph>
      <Asked query={accepted}>
        {(held) => (
          <>
            <Held rows={held.rows} at={held.at} period={period} fixed={held.fixed} />
            {!held.fixed && <Plan period={period} first={held.prices ?? USUAL} />}
          </>
        )}
      </Asked>
    </div>
  );
}

interface HeldProps {
  rows: Parameters<typeof summed>[0];
  at: string | null;
  period: string;
  fixed: boolean;
}

/** What was decided before. */
function Held({ rows, at, period, fixed }: HeldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const accept = useAccept(period);
  if (rows.length === 0) return fixed ? <Paragraph>{t("web.manager.reserve.held.none")}</Paragraph> : null;
  return (
    <Alert data-color="success">
      <Paragraph>
        {t("web.manager.reserve.held", { count: summed(rows, 0).shifts, at: at ? formats.moment(at) : "" })}
      </Paragraph>
      <Paragraph>{t(fixed ? "web.manager.reserve.fixed" : "web.manager.reserve.held.next")}</Paragraph>
      {accept.error && <ProblemAlert error={accept.error} />}
      {!fixed && (
        <div className="row">
          <Button asChild data-size="sm">
            <Link to={`/manager/periods/${period}/drafts/search`}>{t("web.manager.reserve.search")}</Link>
          </Button>
          <Button
            variant="secondary"
            data-size="sm"
            loading={accept.isPending}
            onClick={() => accept.mutate({ prices: USUAL, rows: [] })}
          >
            {t("web.manager.reserve.take_back")}
          </Button>
        </div>
      )}
    </Alert>
  );
}

function Plan({ period, first }: { period: string; first: Prices }) {
  const [typed, setTyped] = useState<Prices>(first);
  const [asked, setAsked] = useState<Prices>(first);
  const change = (prices: Prices) => {
    setTyped(prices);
    if (standing(prices)) setAsked(prices);
  };
  const suggestion = useSuggestion(period, asked);
  return (
    <>
      <PriceFields prices={typed} change={change} />
      <Asked query={suggestion}>
        {(told) => <Proposal key={JSON.stringify(told.rows)} told={told} period={period} />}
      </Asked>
    </>
  );
}

function Proposal({ told, period }: { told: Suggestion; period: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [heads, setHeads] = useState<Heads>({});
  const accept = useAccept(period);
  const rows = chosen(told.rows, heads);
  const sums = summed(rows, told.prices.planned);
  if (told.used === null) return <NoForecast />;
  return (
    <section className="panel" aria-label={t("web.manager.reserve.proposal")}>
      {told.used === "naive" && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.reserve.naive")}</Paragraph>
        </Alert>
      )}
      {told.unreached > 0 && (
        <Paragraph>{t("web.manager.reserve.unreached", { count: told.unreached, days: told.days })}</Paragraph>
      )}
      {told.rows.length === 0 ? (
        <Paragraph>{t("web.manager.reserve.nothing")}</Paragraph>
      ) : (
        <>
          <p className="forecast-short">
            {t("web.manager.reserve.sum", { count: sums.shifts, saved: numbers.kroner(sums.saved) })}
          </p>
          <Paragraph>
            {t("web.manager.reserve.bill", {
              planned: numbers.kroner(sums.shifts * told.prices.planned),
              without: numbers.kroner(told.cost_without),
              level: numbers.share(Math.round(told.level * 100) / 100),
            })}
          </Paragraph>
          <Paragraph data-size="sm">{t("web.manager.reserve.pool")}</Paragraph>
          <ReserveTable rows={told.rows} heads={heads} change={setHeads} planned={told.prices.planned} />
          {accept.error && <ProblemAlert error={accept.error} />}
          <div>
            <Button loading={accept.isPending} disabled={rows.length === 0} onClick={() => accept.mutate({ prices: told.prices, rows })}>
              {t("web.manager.reserve.accept", { count: sums.shifts })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function NoForecast() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t("web.manager.reserve.proposal")}>
      <Paragraph>{t("web.manager.reserve.no_forecast")}</Paragraph>
      <div>
        <Button asChild variant="secondary">
          <Link to="/manager/unit/forecast">{t("web.manager.reserve.to_forecast")}</Link>
        </Button>
      </div>
    </section>
  );
}
