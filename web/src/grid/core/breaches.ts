/** Breaches by cell, and what a change adds and mends. */

import { daysBetween } from "./dates";
import type { Breach, Verdict } from "../types";

export type Mark = "hard" | "priced";

export interface Marks {
  /** Marks of single dates. */
  days: ReadonlyMap<number, Mark>;
  /** Breaches of the whole row, those over more than a week among them. */
  hard: number;
  priced: number;
  /** Equal keys mean equal marks. */
  key: string;
}

export const NO_MARKS: Marks = { days: new Map(), hard: 0, priced: 0, key: "" };

/** A breach over more days than this is marked at the name alone. */
const LONGEST = 7;

export function keyOf(breach: Breach): string {
  return [breach.rule, breach.person ?? "", breach.first, breach.last, breach.text].join("|");
}

function spread(days: Map<number, Mark>, breach: Breach, start: string): void {
  const first = daysBetween(start, breach.first);
  const last = daysBetween(start, breach.last);
  if (last - first >= LONGEST) return;
  for (let day = first; day <= last; day++)
    if (days.get(day) !== "hard") days.set(day, breach.hard ? "hard" : "priced");
}

/** Marks by person; those that have not changed stay the same objects. */
export function marksOf(
  breaches: readonly Breach[],
  start: string,
  before: ReadonlyMap<string, Marks>,
): Map<string, Marks> {
  const mine = new Map<string, Breach[]>();
  for (const breach of breaches) {
    if (breach.person === null) continue;
    const known = mine.get(breach.person);
    if (known) known.push(breach);
    else mine.set(breach.person, [breach]);
  }
  const found = new Map<string, Marks>();
  for (const [person, own] of mine) {
    const key = own.map((breach) => `${keyOf(breach)}${breach.hard ? "!" : ""}`).join("\n");
    const old = before.get(person);
    if (old?.key === key) {
      found.set(person, old);
      continue;
    }
    const days = new Map<number, Mark>();
    for (const breach of own) spread(days, breach, start);
    const hard = own.filter((breach) => breach.hard).length;
    found.set(person, { days, hard, priced: own.length - hard, key });
  }
  return found;
}

export interface Outcome {
  points: number;
  hard: number;
  added: Breach[];
  mended: Breach[];
}

export function outcome(before: Verdict, after: Verdict): Outcome {
  const was = new Set(before.breaches.map(keyOf));
  const is = new Set(after.breaches.map(keyOf));
  return {
    points: after.points - before.points,
    hard: after.hard - before.hard,
    added: after.breaches.filter((breach) => !was.has(keyOf(breach))),
    mended: before.breaches.filter((breach) => !is.has(keyOf(breach))),
  };
}

export function onCell(
  breaches: readonly Breach[],
  person: string,
  date: string,
): readonly Breach[] {
  return breaches.filter((b) => b.person === person && b.first <= date && date <= b.last);
}
