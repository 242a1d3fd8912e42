/** Coverage cells in words. */

import { gravest, type CoverageRow, type Level } from "./coverage";
import type { Facts } from "./words";

export interface Told {
  level: Level;
  shown: string;
  label: string;
}

function shownOf(row: CoverageRow, day: number): string {
  return row.levels[day] === "none" ? "" : `${row.have[day]}/${row.target[day]}`;
}

/** How a row stands on a date. */
export function needOf(facts: Facts, row: CoverageRow, day: number): Told {
  const { t } = facts;
  const level = row.levels[day] ?? "none";
  const shown = shownOf(row, day);
  if (level === "none") return { level, shown, label: t("web.grid.level.none") };
  const counts = t("web.grid.coverage.cell", { have: shown, minimum: row.minimum[day] ?? 0 });
  return { level, shown, label: `${counts}, ${t(`web.grid.level.${level}`)}` };
}

/** How the rows that are told together stand: only what is lacking. */
export function restOf(facts: Facts, rest: readonly CoverageRow[], day: number): Told {
  const { t } = facts;
  const [level, count] = gravest(rest, day);
  if (level !== "under" && level !== "short")
    return { level: "none", shown: "", label: t("web.grid.level.fine") };
  const values = { count, level: t(`web.grid.level.${level}`) };
  return { level, shown: String(count), label: t("web.grid.coverage.rows", values) };
}

/** What is lacking, row by row, for the line below the grid. */
export function lacking(facts: Facts, rows: readonly CoverageRow[], day: number): string {
  const found = rows.filter((row) => ["under", "short"].includes(row.levels[day] ?? "none"));
  return found.map((row) => `${row.name} ${needOf(facts, row, day).label}`).join(" · ");
}
