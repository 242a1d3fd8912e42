/** What a screen reader is told: acts at once, verdicts when the server has given them. */

import type { ReactNode } from "react";
import { outcome } from "../core/breaches";
import type { GridState } from "../core/state";
import { signed, type Facts } from "../core/words";
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
  const verdictText =
    trial !== null ? trialSentence(trial, t, language) : keptSentence(facts, kept, verdict);
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
    points: verdict.points,
    change: signed(points, language),
    added: added.length,
    mended: mended.length,
  });
  const [first] = added;
  return first ? `${told} ${first.text}` : told;
}
