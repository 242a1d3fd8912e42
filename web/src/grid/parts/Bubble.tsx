/** What a change would come to, beside the cell where it would fall. */

import type { ReactNode } from "react";
import type { Trial } from "../useTrial";
import { signed } from "../core/words";
import type { Translate } from "../types";

interface Props {
  trial: Trial;
  t: Translate;
  language: string;
}

/** At most this many breaches are spelt out. */
const MOST = 3;

export function TrialText({ trial, t, language }: Props): ReactNode {
  if (trial === null) return null;
  if (trial === "waiting") return <p className="rg-trial">{t("web.grid.trial.waiting")}</p>;
  if (trial === "failed") return <p className="rg-trial">{t("web.grid.trial.failed")}</p>;
  const { points, added, mended } = trial.outcome;
  const grave = added.some((breach) => breach.hard);
  const tone = grave ? "rg-bad" : points > 0 ? "rg-worse" : "rg-better";
  return (
    <div className={`rg-trial ${tone}`}>
      <b>{t("web.grid.trial.points", { points: signed(points, language) })}</b>{" "}
      <span>{t("web.grid.trial.breaches", { added: added.length, mended: mended.length })}</span>
      {added.length > 0 && (
        <ul>
          {added.slice(0, MOST).map((breach, n) => (
            <li key={n}>
              {breach.hard && <b>{t("web.grid.hard")} </b>}
              {breach.text} <small>{breach.paragraph}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
