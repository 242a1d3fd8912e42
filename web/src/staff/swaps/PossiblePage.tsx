import { Alert, Button, Heading, Link as DsLink, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { newId } from "../../outbox/new-id";
import { useFormats } from "../../texts/useFormats";
import { OwnFacts, SwapFacts } from "./SwapFacts";
import { useSwapWords } from "./swap-words";
import { type Kind, type Possible, usePossible, useSwapCalls } from "./useSwaps";
import "./swaps.css";

const FIRST = 8;

/** With whom one could swap a shift: only what is lawful, the best first. */
export default function PossiblePage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const { date = "" } = useParams();
  const shift = useSearchParams()[0].get("shift") ?? "";
  const [rings, setRings] = useState(false);
  const two = usePossible(unit, date, shift, "two_way", true);
  return (
    <>
      <PageTitle>{t("web.swaps.swap")}</PageTitle>
      {two.data && <Asked duty={two.data.duty} by={two.data.ask_by} />}
      <Paragraph className="quiet">{t("web.swaps.how")}</Paragraph>
      <Found unit={unit} date={date} shift={shift} kind="two_way" />
      {rings && <Found unit={unit} date={date} shift={shift} kind="three_way" />}
      {two.data && !rings && (
        <Button variant="secondary" onClick={() => setRings(true)}>
          {t("web.swaps.three")}
        </Button>
      )}
      <DsLink asChild>
        <Link to="/staff/shifts">{t("web.swaps.back")}</Link>
      </DsLink>
    </>
  );
}

function Asked({ duty, by }: { duty: Possible["parts"][number]["gives"]; by: string }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  const formats = useFormats();
  return (
    <div className="panel stack-tight">
      <span>
        {t("web.swaps.you_give")} <strong>{words.duty(duty)}</strong>
      </span>
      <span className="quiet">{t("web.swaps.ask_by", { at: formats.moment(by) })}</span>
    </div>
  );
}

/** The swaps of one kind; more are shown when asked for. */
function Found({ unit, date, shift, kind }: { unit: string; date: string; shift: string; kind: Kind }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FIRST);
  const possible = usePossible(unit, date, shift, kind, true);
  const swaps = possible.data?.swaps ?? [];
  const title = `possible-${kind}`;
  return (
    <section className="stack-tight" aria-labelledby={title}>
      <Heading level={2} data-size="2xs" id={title}>
        {t(`web.swaps.kind.${kind}`)}
      </Heading>
      {possible.error && <ProblemAlert error={possible.error} retry={() => void possible.refetch()} />}
      {possible.isLoading && <Waiting />}
      {possible.data && swaps.length === 0 && <Paragraph>{t(`web.swaps.none.${kind}`)}</Paragraph>}
      <ul className="plain-list stack-tight">
        {swaps.slice(0, shown).map((swap) => (
          <Offer key={keyOf(swap)} unit={unit} swap={swap} />
        ))}
      </ul>
      {shown < swaps.length && (
        <Button variant="tertiary" onClick={() => setShown(shown + FIRST)}>
          {t("web.swaps.more", { count: swaps.length - shown })}
        </Button>
      )}
    </section>
  );
}

function keyOf(swap: Possible): string {
  return swap.parts.map((part) => `${part.person} ${part.gives.date} ${part.gives.shift}`).join();
}

function Offer({ unit, swap }: { unit: string; swap: Possible }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  const [key] = useState(newId);
  const { ask } = useSwapCalls(unit);
  const names = words.names(swap.parts.filter((part) => !part.mine));
  return (
    <li className="panel swap">
      <span className="row swap-head">
        <Heading level={3} data-size="2xs">
          {t("web.swaps.with", { names })}
        </Heading>
        {swap.suits && (
          <Tag data-size="sm" data-color="success">
            {t("web.swaps.suits")}
          </Tag>
        )}
      </span>
      <SwapFacts parts={swap.parts} given={false} />
      <OwnFacts own={swap.own} />
      {ask.error && <ProblemAlert error={ask.error} />}
      {ask.isSuccess ? (
        <Alert data-color="success" data-size="sm" role="status">
          <Paragraph>{t("web.swaps.sent", { names })}</Paragraph>
          <DsLink asChild>
            <Link to="/staff/swaps">{t("web.swaps.mine")}</Link>
          </DsLink>
        </Alert>
      ) : (
        <Button
          loading={ask.isPending}
          aria-label={t("web.swaps.ask_of", { names, duty: words.duty(mineOf(swap)) })}
          onClick={() => ask.mutate({ parts: swap.parts, key })}
        >
          {t("web.swaps.ask")}
        </Button>
      )}
    </li>
  );
}

function mineOf(swap: Possible): Possible["parts"][number]["takes"] {
  const mine = swap.parts.find((part) => part.mine) ?? swap.parts[0];
  return mine!.takes;
}
