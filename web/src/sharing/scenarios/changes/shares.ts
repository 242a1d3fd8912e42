/** A share as a file writes it: a number, or text such as "0.25" or "0 25/66". */
export type Share = number | string;

export function shareOf(value: Share): number {
  if (typeof value === "number") return value;
  const mixed = /^(\d+) (\d+)\/(\d+)$/.exec(value.trim());
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  return value.trim() === "" ? NaN : Number(value);
}

/** A share as whole or half percents, for a field. */
export function percentOf(value: Share): number {
  return Math.round(shareOf(value) * 1000) / 10;
}

/** What is kept of percents that were typed. */
export function fromPercent(percent: number | null): string {
  return percent === null || Number.isNaN(percent) ? "" : String(Math.round(percent * 10) / 1000);
}
