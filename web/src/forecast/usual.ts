import type { Band } from "./useForecast";

export interface Usual {
  /** The middle half of days. */
  low: number;
  high: number;
  /** Eight days of ten. */
  least: number;
  most: number;
}

const DAYS = 14;

/** What is usual on the days that come first: whole shifts, for a sentence. */
export function usual(days: readonly Band[]): Usual | undefined {
  const near = days.slice(0, DAYS);
  if (near.length === 0) return undefined;
  const mean = (of: (day: Band) => number) => near.reduce((sum, day) => sum + of(day), 0) / near.length;
  return {
    low: Math.round(mean((day) => day.low_50)),
    high: Math.round(mean((day) => day.high_50)),
    least: Math.floor(mean((day) => day.low_80) + 0.05),
    most: Math.ceil(mean((day) => day.high_80) - 0.05),
  };
}

/** Even steps for an axis from 0 that holds a value, at most so many. */
export function ticks(most: number, steps = 5): number[] {
  const rough = Math.max(most, 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power);
  const count = Math.ceil(Math.max(most, 1) / step);
  return Array.from({ length: count + 1 }, (_, n) => n * step);
}
