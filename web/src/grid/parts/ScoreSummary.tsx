/** How the draft stands: points, hard breaches, hours and cost, and what has become of them. */

import type { ReactNode } from "react";
import { locales, number, signed } from "../core/words";
import type { Opening } from "../core/state";
import type { Translate, Verdict } from "../types";

export interface ScoreSummaryProps {
  verdict: Verdict;
  /** Minutes planned and contracted, all people together. */
  planned: number;
  contract: number;
  opening: Opening;
  t: Translate;
  language: string;
}

interface Figure {
  name: string;
  value: string;
  change: number;
  told: string;
  grave?: boolean;
}

export function ScoreSummary(props: ScoreSummaryProps): ReactNode {
  const { verdict, planned, contract, opening, t, language } = props;
  const hours = (minutes: number) => number(Math.round(minutes / 60), language);
  const change = Math.round((planned - opening.planned) / 6) / 10;
  const figures: Figure[] = [
    {
      name: t("web.grid.score.points"),
      value: number(verdict.points, language),
      change: verdict.points - opening.points,
      told: signed(verdict.points - opening.points, language),
    },
    {
      name: t("web.grid.score.hard"),
      value: number(verdict.hard, language),
      change: verdict.hard - opening.hard,
      told: signed(verdict.hard - opening.hard, language),
      grave: verdict.hard > 0,
    },
    {
      name: t("web.grid.score.hours"),
      value: t("web.grid.score.of", { planned: hours(planned), contract: hours(contract) }),
      change,
      told: signed(change, language),
    },
  ];
  if (verdict.cost_ore !== null) {
    const cost = (verdict.cost_ore - (opening.cost ?? verdict.cost_ore)) / 100;
    figures.push({
      name: t("web.grid.score.cost"),
      value: kroner(verdict.cost_ore / 100, language),
      change: cost,
      told: signed(Math.round(cost), language),
    });
  }
  return (
    <div role="group" aria-label={t("web.grid.score")}>
      <dl className="rg-score">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figure.name}</dt>
          <dd>
            <b className={figure.grave ? "rg-grave" : undefined}>{figure.value}</b>
            {figure.change !== 0 && (
              <small>
                {figure.told}
                <span className="rg-unseen">{t("web.grid.score.change")}</span>
              </small>
            )}
          </dd>
        </div>
      ))}
      </dl>
    </div>
  );
}

function kroner(value: number, language: string): string {
  const style = { style: "currency", currency: "NOK", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locales(language), style).format(value);
}
