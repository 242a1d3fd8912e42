/** What a screen reader is told: acts at once, verdicts when the server has given them. */

import { useMemo, type ReactNode } from "react";
import { outcome } from "../core/breaches";
import type { GridState } from "../core/state";
import { number, signed, type Facts } from "../core/words";
import type { Trial } from "../useTrial";
import type { Verdict } from "../types";
import { trialSentence } from "./trialSentence";

interface Props {
  facts: Facts;
  said: string;
  kept: GridState["kept"];
  verdict: Verdict;
  trial: Trial;
}

export function LiveRegion({ facts, said, kept, verdict, trial }: Props): ReactNode {
  const { t, language } = facts;
  const keptText = useMemo(() => keptSentence(facts, kept, verdict), [facts, kept, verdict]);
  const verdictText = trial !== null ? trialSentence(trial, t, language) : keptText;
  return (
    <div className="rg-unseen">
      <p role="status">{said}</p>
      <p role="status">{verdictText}</p>
    </div>
  );
}

function keptSentence({ t, language }: Facts, kept: GridState["kept"], verdict: Verdict): string {
  if (!kept) return "";
  const { points, added, mended } = outcome(kept.from, verdict);
  const told = t("web.grid.kept", {
    points: number(verdict.points, language),
    change: signed(points, language),
    added: added.length,
    mended: mended.length,
  });
  const [first] = added;
  return first ? `${told} ${first.text}` : told;
}
