/** Goals of a score card in the order and the words in which a manager thinks of them. */

import type { Schemas } from "../../../api/client";

export type Card = Schemas["ScoreCard"];
export type Term = Card["terms"][number];

export const GROUPS = ["cover", "people", "rhythm", "economy", "rules"] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Record<string, Group> = {
  ...{ shortage: "cover", surplus: "cover", row_prices: "cover", reserve: "cover" },
  ...{ wishes: "people", fairness: "people", past_burdens: "people", hours: "people" },
  ...{ quick_returns: "rhythm", single_days: "rhythm", backward_rotation: "rhythm" },
  ...{ night_blocks: "rhythm", night_recovery: "rhythm", long_runs: "rhythm" },
  ...{ cost: "economy", stability: "economy" },
};

/** Terms that count minutes; a person reads hours. */
const MINUTES = new Set(["shortage", "surplus", "hours"]);
const KRONER = 10; // one step of the term of cost

export interface TermGroup {
  group: Group;
  terms: Term[];
  points: number;
}

/** The goals by group, each group with its points; groups without any goal are left out. */
export function grouped(terms: readonly Term[]): TermGroup[] {
  return GROUPS.flatMap((group) => {
    const own = terms.filter((term) => (GROUP_OF[term.term] ?? "rules") === group);
    const points = own.reduce((sum, term) => sum + term.points, 0);
    return own.length > 0 ? [{ group, terms: own, points }] : [];
  });
}

export type Plain = { kind: "hours" | "kroner" | "unit"; value: number };

/** A goal's value as a person reads it. */
export function plain(term: string, value: number): Plain {
  if (MINUTES.has(term)) return { kind: "hours", value: value / 60 };
  if (term === "cost") return { kind: "kroner", value: value * KRONER };
  return { kind: "unit", value };
}

export interface TermChange {
  term: string;
  before: Term;
  after: Term;
  change: number;
}

/** Goals of two cards beside each other, the greatest change of points first. */
export function compared(before: Card, after: Card): TermChange[] {
  const old = new Map(before.terms.map((term) => [term.term, term]));
  const found = after.terms.flatMap((term): TermChange[] => {
    const was = old.get(term.term);
    return was ? [{ term: term.term, before: was, after: term, change: term.points - was.points }] : [];
  });
  return found.sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
}

export interface CellChange {
  person: string;
  name: string;
  day: number;
  before: string;
  after: string;
}

type People = readonly { id: string; name: string; cells: readonly string[] }[];

/** Cells that hold other duties in another draft, person by person and date by date. */
export function changedCells(before: People, after: People): CellChange[] {
  const old = new Map(before.map((person) => [person.id, person.cells]));
  const sorted = (cell: string) => cell.split("+").sort().join("+");
  return after.flatMap(({ id, name, cells }) =>
    cells.flatMap((cell, day) => {
      const was = old.get(id)?.[day] ?? "";
      return sorted(was) === sorted(cell) ? [] : [{ person: id, name, day, before: was, after: cell }];
    }),
  );
}

/** Whether two cards weigh some goal differently: their points are then of two kinds. */
export function weighedOtherwise(before: Card, after: Card): boolean {
  return compared(before, after).some((one) => one.before.weight !== one.after.weight);
}
