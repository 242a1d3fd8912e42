import { Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useSwapWords } from "./swap-words";
import type { OwnEffect, Part } from "./useSwaps";

/** What one gives and gets, and in a ring what the others get, in words. */
export function SwapFacts({ parts, given = true }: { parts: Part[]; given?: boolean }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  const mine = parts.find((part) => part.mine);
  if (!mine) return null;
  const from = (part: Part) => parts.find((one) => one.person === part.takes_from)?.name ?? "";
  return (
    <dl className="swap-facts">
      {given && (
        <div>
          <dt>{t("web.swaps.you_give")}</dt>
          <dd>{words.duty(mine.gives)}</dd>
        </div>
      )}
      <div>
        <dt>{t("web.swaps.you_get", { name: from(mine) })}</dt>
        <dd>
          <strong>{words.duty(mine.takes)}</strong>
        </dd>
      </div>
      {parts.length > 2 &&
        parts
          .filter((part) => !part.mine)
          .map((part) => (
            <div key={part.person}>
              <dt>{t("web.swaps.other_gets", { name: part.name, from: from(part) })}</dt>
              <dd>{words.duty(part.takes)}</dd>
            </div>
          ))}
    </dl>
  );
}

/** What a swap means for oneself: hours, rests, days off that move, what the manager must agree to. */
export function OwnFacts({ own }: { own: OwnEffect }) {
  const { t } = useTranslation();
  const words = useSwapWords();
  return (
    <div className="stack-tight">
      <span className="quiet">{words.around(own).join(" · ")}</span>
      {words.off(own).map((moved) => (
        <span key={moved}>{moved}</span>
      ))}
      {own.consents.length > 0 && (
        <span className="row">
          {own.consents.map((one) => (
            <Tag key={one} data-size="sm" data-color="warning">
              {t(`web.swaps.consent.${one}`)}
            </Tag>
          ))}
        </span>
      )}
    </div>
  );
}
