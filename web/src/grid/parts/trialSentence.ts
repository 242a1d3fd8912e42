import { signed } from "../core/words";
import type { Trial } from "../useTrial";
import type { Translate } from "../types";

/** What a change would come to, as one sentence for the live region. */
export function trialSentence(trial: Trial, t: Translate, language: string): string {
  if (trial === null || trial === "waiting") return "";
  if (trial === "failed") return t("web.grid.trial.failed");
  const { points, added, mended } = trial.outcome;
  const told = [
    t("web.grid.trial.points", { points: signed(points, language) }),
    t("web.grid.trial.breaches", { added: added.length, mended: mended.length }),
    ...added.slice(0, 1).map((breach) => breach.text),
  ];
  return told.join(" ");
}
