import type { Schemas } from "../api/client";
import { plusDays } from "../dates/dates";
import { level, type Level } from "../grid/core/coverage";

export type Grid = Schemas["Grid"];
export type Breach = Schemas["BreachShape"];

export interface Figures {
  people: number;
  posts: number;
  /** Minutes, all people together. */
  planned: number;
  contract: number;
  /** Dates and rows of the staffing plan that ask for somebody, by how well they are met. */
  coverage: Record<Level, number>;
  hard: number;
  priced: number;
  points: number;
  duties: number;
}

/** What a roster comes to, from the same answer as the manager's grid is drawn from. */
export function figuresOf(grid: Grid): Figures {
  const sum = (of: (person: Grid["people"][number]) => number) =>
    grid.people.reduce((total, person) => total + of(person), 0);
  return {
    people: grid.people.length,
    posts: sum((person) => person.percent) / 100,
    planned: sum((person) => person.planned),
    contract: sum((person) => person.contract),
    coverage: coverageOf(grid),
    hard: grid.verdict.hard,
    priced: grid.verdict.breaches.length - grid.verdict.hard,
    points: grid.verdict.points,
    duties: sum((person) => person.cells.filter(Boolean).length),
  };
}

function coverageOf(grid: Grid): Record<Level, number> {
  const found: Record<Level, number> = { under: 0, short: 0, fine: 0, over: 0, none: 0 };
  for (const row of grid.coverage) {
    row.have.forEach((have, day) => {
      found[level(have, row.minimum[day] ?? 0, row.target[day] ?? 0)] += 1;
    });
  }
  return found;
}

export interface Gap {
  date: string;
  row: string;
  have: number;
  minimum: number;
  target: number;
  level: Level;
}

/** Where too few or too many are planned, by date; those under the minimum come first. */
export function gapsOf(grid: Grid, levels: ReadonlySet<Level>): Gap[] {
  const found: Gap[] = [];
  for (const row of grid.coverage) {
    row.have.forEach((have, day) => {
      const [minimum, target] = [row.minimum[day] ?? 0, row.target[day] ?? 0];
      const how = level(have, minimum, target);
      if (levels.has(how)) {
        found.push({ ...{ date: plusDays(grid.start, day), row: row.name, level: how }, have, minimum, target });
      }
    });
  }
  const grave: Level[] = ["under", "short", "over"];
  return found.sort(
    (one, other) =>
      grave.indexOf(one.level) - grave.indexOf(other.level) || one.date.localeCompare(other.date),
  );
}

export interface RuleBreaches {
  rule: string;
  name: string;
  paragraph: string;
  link: string;
  hard: boolean;
  breaches: Breach[];
}

/** Breaches by the rule they break, those that bind hard first, then the most frequent. */
export function byRule(breaches: Breach[]): RuleBreaches[] {
  const found = new Map<string, RuleBreaches>();
  for (const breach of breaches) {
    const { rule, name, paragraph, link, hard } = breach;
    const key = `${rule} ${paragraph} ${hard}`;
    const known = found.get(key) ?? { rule, name, paragraph, link, hard, breaches: [] };
    known.breaches.push(breach);
    found.set(key, known);
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(other.hard) - Number(one.hard) || other.breaches.length - one.breaches.length,
  );
}

/** How many weekends some cells touch. */
export function weekendsWorked(grid: Grid, cells: string[]): number {
  const first = new Date(`${grid.start}T00:00:00Z`).getUTCDay() || 7;
  const worked = new Set<number>();
  cells.forEach((cell, day) => {
    const weekday = ((first - 1 + day) % 7) + 1;
    if (cell && weekday >= 6) worked.add(Math.floor((first - 1 + day) / 7));
  });
  return worked.size;
}

/** How many of a person's duties are of the night. */
export function nightsWorked(grid: Grid, cells: string[]): number {
  const nights = new Set(grid.shifts.filter((one) => one.kind === "night").map((one) => one.code));
  return cells.filter((cell) => cell.split("+").some((code) => nights.has(code))).length;
}
