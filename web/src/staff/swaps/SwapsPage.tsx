import { Button, Heading, Link as DsLink, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { useFormats } from "../../texts/useFormats";
import { OwnFacts, SwapFacts } from "./SwapFacts";
import { useSwapWords } from "./swap-words";
import { awaitsMe, isOpen, type Swap, useSwapCalls, useSwaps } from "./useSwaps";
import "./swaps.css";

/** Swaps that wait for one's answer, those on their way, and those that have ended. */
export default function SwapsPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const swaps = useSwaps(unit);
  const all = swaps.data ?? [];
  const groups = {
    asked: all.filter(awaitsMe),
    open: all.filter((swap) => isOpen(swap) && !awaitsMe(swap)),
    ended: all.filter((swap) => !isOpen(swap)),
  };
  return (
    <>
      <PageTitle>{t("web.swaps.title")}</PageTitle>
      {swaps.error && <ProblemAlert error={swaps.error} retry={() => void swaps.refetch()} />}
      {swaps.isLoading && <Waiting />}
      {swaps.data && all.length === 0 && <Paragraph className="panel">{t("web.swaps.empty")}</Paragraph>}
      {(["asked", "open", "ended"] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <section key={group} className="stack-tight" aria-labelledby={`swaps-${group}`}>
              <Heading level={2} data-size="2xs" id={`swaps-${group}`}>
                {t(`web.swaps.group.${group}`)}
              </Heading>
              <ul className="plain-list stack-tight">
                {groups[group].map((swap) => (
                  <SwapItem key={swap.id} unit={unit} swap={swap} />
                ))}
              </ul>
            </section>
          ),
      )}
      <DsLink asChild>
        <Link to="/staff/shifts">{t("web.swaps.back")}</Link>
      </DsLink>
    </>
  );
}

const COLOURS: Partial<Record<Swap["state"], "success" | "warning" | "danger">> = {
  asked: "warning",
  agreed: "warning",
  approved: "success",
  refused: "danger",
};

function SwapItem({ unit, swap }: { unit: string; swap: Swap }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useSwapWords();
  const others = words.names(swap.parts.filter((part) => !part.mine));
  return (
    <li className="panel swap">
      <span className="row swap-head">
        <Heading level={3} data-size="2xs">
          {awaitsMe(swap) ? t("web.swaps.asks_you", { name: swap.asked_by }) : t("web.swaps.with", { names: others })}
        </Heading>
        <Tag data-size="sm" data-color={COLOURS[swap.state] ?? "neutral"}>
          {awaitsMe(swap) ? t("web.swaps.state.yours") : words.state(swap)}
        </Tag>
      </span>
      <SwapFacts parts={swap.parts} />
      {swap.own && <OwnFacts own={swap.own} />}
      {swap.lawful === false && <Paragraph>{t("web.swaps.unlawful")}</Paragraph>}
      {swap.reason && <Paragraph>{t("web.swaps.reason", { reason: swap.reason })}</Paragraph>}
      <span className="quiet">
        {swap.ended
          ? t("web.swaps.ended_at", { at: formats.moment(swap.ended) })
          : t("web.swaps.asked_at", { at: formats.moment(swap.at) })}
      </span>
      {isOpen(swap) && <Acts unit={unit} swap={swap} />}
    </li>
  );
}

/** What one may do with an open swap: answer, take an acceptance back, or withdraw what one asked. */
function Acts({ unit, swap }: { unit: string; swap: Swap }) {
  const { t } = useTranslation();
  const { answer, withdraw } = useSwapCalls(unit);
  const busy = answer.isPending || withdraw.isPending;
  const error = answer.error ?? withdraw.error;
  const decline = () => answer.mutate({ swap: swap.id, accept: false });
  return (
    <div className="stack-tight">
      {error && <ProblemAlert error={error} />}
      <div className="row">
        {awaitsMe(swap) && swap.lawful && (
          <Button disabled={busy} onClick={() => answer.mutate({ swap: swap.id, accept: true })}>
            {t("web.swaps.accept")}
          </Button>
        )}
        {awaitsMe(swap) && (
          <Button variant="secondary" disabled={busy} onClick={decline}>
            {t("web.swaps.decline")}
          </Button>
        )}
        {swap.mine && (
          <Button variant="secondary" disabled={busy} onClick={() => withdraw.mutate(swap.id)}>
            {t("web.swaps.withdraw")}
          </Button>
        )}
        {!swap.mine && !awaitsMe(swap) && (
          <Button variant="secondary" disabled={busy} onClick={decline}>
            {t("web.swaps.regret")}
          </Button>
        )}
      </div>
    </div>
  );
}
