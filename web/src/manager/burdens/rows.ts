import type { Schemas } from "../../api/client";
import { type Burden, BURDENS } from "../../burdens/burdens";
import type { Whole } from "./useBurdens";

export type Entry = Schemas["Entry"];
export type Choice = Burden | "all";

export interface Row {
  id: string;
  name: string;
  size: number;
  fresh: boolean;
  entries: Map<Burden, Entry>;
}

/** Numbers of one burden, by column. */
export const DETAILS = ["before", "here", "credit", "after", "per_post", "share", "above"] as const;
export type Detail = (typeof DETAILS)[number];
export type Column = "name" | "size" | Burden | Detail;

export function rowsOf(whole: Whole): Row[] {
  return whole.people.map(({ person, name, size, new: fresh, entries }) => ({
    id: person,
    name,
    size,
    fresh,
    entries: new Map(entries.map((entry) => [entry.burden, entry])),
  }));
}

/** How many duties of this roster lie above the fair share; none for what has no share. */
export function above(entry: Entry | undefined): number {
  return typeof entry?.share === "number" ? Math.max(0, entry.here - entry.share) : 0;
}

/** A number of one entry; -1 stands for a share that there is not. */
export function detail(row: Row, entry: Entry | undefined, column: Detail): number {
  if (!entry) return 0;
  if (column === "above") return above(entry);
  if (column === "per_post") return row.size > 0 ? (entry.after * 100) / row.size : 0;
  return column === "share" ? (entry.share ?? -1) : entry[column];
}

/** Burdens of which anybody has anything; a ward without nights need not read of them. */
export function carriedOf(rows: Row[]): Burden[] {
  const some = (entry: Entry | undefined) => entry && (entry.before || entry.here || entry.after || entry.share);
  return BURDENS.filter((burden) => rows.some((row) => some(row.entries.get(burden))));
}

/** What a burden has grown by in this roster, credit for absence included. */
export function grown(entry: Entry | undefined): number {
  return entry ? entry.here + entry.credit : 0;
}

/** Rows in the order of a column; equal ones by name. */
export function sorted(rows: Row[], choice: Choice, by: Column, down: boolean): Row[] {
  const value = (row: Row): number => {
    if (by === "size") return row.size;
    if (choice === "all") return row.entries.get(by as Burden)?.after ?? 0;
    return detail(row, row.entries.get(choice), by as Detail);
  };
  const named = (a: Row, b: Row) => a.name.localeCompare(b.name, "nb");
  const order = by === "name" ? named : (a: Row, b: Row) => value(a) - value(b);
  return [...rows].sort((a, b) => (down ? order(b, a) : order(a, b)) || named(a, b));
}
