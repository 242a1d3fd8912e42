import type { Proposed, ReserveRow } from "./useReserve";

/** How many heads of each row are chosen, by the row's name. */
export type Heads = Record<string, number>;

export function nameOf(row: Pick<Proposed, "date" | "units" | "shifts">): string {
  return [row.date, ...row.units, ...row.shifts].join(" ");
}

/** The rows as they are to be accepted: as proposed, but for those that were changed. */
export function chosen(rows: readonly Proposed[], heads: Heads): ReserveRow[] {
  return rows.flatMap((row) => {
    const count = Math.min(heads[nameOf(row)] ?? row.heads, row.worth.length);
    const { date, units, shifts, worth } = row;
    return count > 0 ? [{ date, units, shifts, heads: count, worth: worth.slice(0, count) }] : [];
  });
}

/** Shifts of some rows, and what they save when each has cost its price. */
export function summed(rows: readonly ReserveRow[], planned: number): { shifts: number; saved: number } {
  const worths = rows.flatMap((row) => row.worth.slice(0, row.heads));
  return { shifts: worths.length, saved: worths.reduce((sum, worth) => sum + worth - planned, 0) };
}
