import type { Schemas } from "../../api/client";

type Card = Schemas["ScoreCard"];

export interface TermChange {
  term: string;
  name: string;
  unit: string;
  before: number;
  after: number;
  pointsBefore: number;
  pointsAfter: number;
}

/** Two score cards goal by goal; a goal that one of them lacks counts as nothing there. */
export function termChanges(before: Card, after: Card): TermChange[] {
  const found = new Map<string, TermChange>();
  for (const { term, name, unit, value, points } of before.terms) {
    const none = { after: 0, pointsAfter: 0 };
    found.set(term, { term, name, unit, before: value, pointsBefore: points, ...none });
  }
  for (const { term, name, unit, value, points } of after.terms) {
    const known = found.get(term) ?? { term, name, unit, before: 0, pointsBefore: 0 };
    found.set(term, { ...known, after: value, pointsAfter: points });
  }
  // goals that neither draft touches say nothing
  return [...found.values()].filter((one) => one.before || one.after);
}

export function hardOf(card: Card): number {
  return (card.breaches ?? []).filter((breach) => breach.hard).length;
}
