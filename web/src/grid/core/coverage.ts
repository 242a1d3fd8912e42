/** Coverage rows as they are shown: levels, and rows of one kind put together. */

import type { GridRow } from "../types";

export type Level = "under" | "short" | "fine" | "over" | "none";

/** Under the minimum, under the target, just right or over; none where nobody is asked for. */
export function level(have: number, minimum: number, target: number): Level {
  if (minimum === 0 && target === 0 && have === 0) return "none";
  if (have < minimum) return "under";
  if (have < target) return "short";
  return have > target ? "over" : "fine";
}

export const SYMBOL: Record<Level, string> = {
  under: "▼",
  short: "▽",
  fine: "",
  over: "△",
  none: "",
};

const GRAVE: readonly Level[] = ["none", "fine", "over", "short", "under"];

export function graver(one: Level, other: Level): Level {
  return GRAVE.indexOf(one) >= GRAVE.indexOf(other) ? one : other;
}

export interface CoverageRow extends GridRow {
  levels: Level[];
}

function asks(row: GridRow, day: number): boolean {
  return (row.minimum[day] ?? 0) > 0 || (row.target[day] ?? 0) > 0;
}

function shared(one: string, other: string): string {
  const words = one.split(" ");
  const others = other.split(" ");
  const until = words.findIndex((word, n) => word !== others[n]);
  return words.slice(0, until < 0 ? words.length : until).join(" ");
}

function joined(one: GridRow, other: GridRow): GridRow | null {
  const name = shared(one.name, other.name);
  if (name === "" || one.shifts.join() !== other.shifts.join()) return null;
  if (one.have.some((_, day) => asks(one, day) && asks(other, day))) return null;
  const pick = (key: "have" | "minimum" | "target") =>
    one[key].map((value, day) => (asks(other, day) ? (other[key][day] ?? 0) : value));
  return {
    id: one.id,
    name,
    shifts: one.shifts,
    have: pick("have"),
    minimum: pick("minimum"),
    target: pick("target"),
  };
}

/**
 * Put rows together that stand for the same need on other dates, such as "Day" and "Day weekend":
 * the same shifts, a name that begins alike, and no date on which both ask for somebody.
 */
export function coverageRows(rows: readonly GridRow[]): CoverageRow[] {
  const found: GridRow[] = [];
  for (const row of rows) {
    const at = found.findIndex((known) => joined(known, row) !== null);
    const known = found[at];
    const both = known ? joined(known, row) : null;
    if (both) found[at] = both;
    else found.push(row);
  }
  return found.map((row) => ({
    ...row,
    levels: row.have.map((have, day) =>
      level(have, row.minimum[day] ?? 0, row.target[day] ?? 0),
    ),
  }));
}

/** Split into the rows that ask for most, in their own order, and the rest. */
export function split(rows: readonly CoverageRow[], most: number): [CoverageRow[], CoverageRow[]] {
  if (rows.length <= most) return [[...rows], []];
  const weight = (row: CoverageRow) => row.target.reduce((sum, one) => sum + one, 0);
  const heaviest = [...rows].sort((a, b) => weight(b) - weight(a)).slice(0, most);
  return [rows.filter((r) => heaviest.includes(r)), rows.filter((r) => !heaviest.includes(r))];
}

/** The gravest level of some rows on a date, and how many of them have it. */
export function gravest(rows: readonly CoverageRow[], day: number): [Level, number] {
  const levels = rows.map((row) => row.levels[day] ?? "none");
  const worst = levels.reduce<Level>(graver, "none");
  return [worst, levels.filter((one) => one === worst).length];
}
