import { Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { useSwapWords } from "../../staff/swaps/swap-words";
import { useFormats } from "../../texts/useFormats";
import { useManagedUnit } from "../useManagedUnit";
import { Decide } from "./Decide";
import { SwapRules } from "./SwapRules";
import { type ManagedSwap, useManagedSwaps } from "./useManagedSwaps";
import "../../office/office.css";
import "./swaps.css";

/** Swaps that wait for the manager, and those that have been decided. */
export default function SwapsPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit().id;
  const swaps = useManagedSwaps(unit);
  return (
    <div className="page manager-swaps">
      <PageTitle>{t("web.manager.swaps")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.swaps.intro")}</Paragraph>
      <Asked query={swaps}>{(all) => <Lists unit={unit} swaps={all} />}</Asked>
      <SwapRules unit={unit} />
    </div>
  );
}

function Lists({ unit, swaps }: { unit: string; swaps: ManagedSwap[] }) {
  const { t } = useTranslation();
  const waiting = swaps.filter((swap) => swap.state === "agreed");
  const ended = swaps.filter((swap) => swap.state !== "agreed");
  return (
    <>
      <section className="stack-tight" aria-labelledby="swaps-waiting">
        <Heading level={2} data-size="2xs" id="swaps-waiting">
          {t("web.manager.swaps.waiting")}
        </Heading>
        {waiting.length === 0 && <Paragraph>{t("web.manager.swaps.none")}</Paragraph>}
        <ul className="plain-list stack">
          {waiting.map((swap) => (
            <li key={swap.id} className="panel">
              <SwapHead swap={swap} />
              <Decide unit={unit} swap={swap} />
            </li>
          ))}
        </ul>
      </section>
      {ended.length > 0 && (
        <section className="stack-tight" aria-labelledby="swaps-ended">
          <Heading level={2} data-size="2xs" id="swaps-ended">
            {t("web.manager.swaps.ended")}
          </Heading>
          <ul className="plain-list entries">
            {ended.map((swap) => (
              <li key={swap.id} className="entry">
                <SwapHead swap={swap} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const COLOURS: Partial<Record<ManagedSwap["state"], "success" | "danger">> = {
  approved: "success",
  refused: "danger",
};

/** Who swaps what, in words, and where it stands. */
function SwapHead({ swap }: { swap: ManagedSwap }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  const formats = useFormats();
  return (
    <div className="entry-facts">
      <span className="row">
        <Heading level={3} data-size="xs">
          {words.names(swap.parts)}
        </Heading>
        {swap.state !== "agreed" && (
          <Tag data-size="sm" data-color={COLOURS[swap.state] ?? "neutral"}>
            {t(`web.manager.swaps.state.${swap.state}`)}
          </Tag>
        )}
      </span>
      <ul className="plain-list">
        {swap.parts.map((part) => (
          <li key={part.person}>
            {t("web.manager.swaps.part", {
              name: part.name,
              gives: words.duty(part.gives),
              takes: words.duty(part.takes),
            })}
          </li>
        ))}
      </ul>
      {swap.reason && <span>{t("web.swaps.reason", { reason: swap.reason })}</span>}
      <span className="quiet">
        {swap.ended
          ? t("web.swaps.ended_at", { at: formats.moment(swap.ended) })
          : t("web.manager.swaps.asked", { name: swap.asked_by, at: formats.moment(swap.at) })}
      </span>
    </div>
  );
}
