import type { DayFacts } from "./dates";
import { weekStarts } from "./windowing";

/** The days of each sheet of paper, half-open; a sheet holds whole weeks. */
export function sheets(days: readonly DayFacts[], weeks: number): [number, number][] {
  const starts = weekStarts(days);
  const found: [number, number][] = [];
  for (let n = 0; n < starts.length; n += weeks)
    found.push([starts[n] ?? 0, starts[n + weeks] ?? days.length]);
  return found;
}
