/** Which rows and weeks are drawn, and how far to scroll for a cell to be seen. */

import type { DayFacts } from "./dates";

export interface Sizes {
  row: number;
  day: number;
  name: number;
  head: number;
  foot: number;
}

export interface View {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Half-open: rows from `top` up to `bottom`, days from `left` up to `right`. */
export interface Drawn {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Rows are drawn in steps of this many, so that most scrolling draws nothing. */
const STEP = 4;

export function weekStarts(days: readonly DayFacts[]): number[] {
  return days.flatMap((day, n) => (day.weekStart ? [n] : []));
}

export function windowOf(
  view: View,
  sizes: Sizes,
  rows: number,
  days: number,
  starts: readonly number[],
): Drawn {
  const first = Math.floor(view.top / sizes.row);
  const inner = Math.max(0, view.height - sizes.head - sizes.foot);
  const last = Math.ceil((view.top + inner) / sizes.row);
  const top = Math.max(0, (Math.floor(first / STEP) - 1) * STEP);
  const bottom = Math.min(rows, (Math.ceil(last / STEP) + 1) * STEP);
  const from = Math.floor(view.left / sizes.day);
  const to = Math.ceil((view.left + Math.max(0, view.width - sizes.name)) / sizes.day);
  const left = [...starts].reverse().find((start) => start <= Math.max(0, from - 2)) ?? 0;
  const right = starts.find((start) => start >= to + 2) ?? days;
  return { top: Math.min(top, Math.max(0, rows - 1)), bottom, left, right };
}

export function sameWindow(one: Drawn, other: Drawn): boolean {
  return (
    one.top === other.top &&
    one.bottom === other.bottom &&
    one.left === other.left &&
    one.right === other.right
  );
}

/** Where to scroll for a cell to stand clear of everything that sticks. */
export function scrolledTo(
  view: View,
  sizes: Sizes,
  row: number,
  day: number,
): { top: number; left: number } {
  const inner = view.height - sizes.head - sizes.foot;
  const wide = view.width - sizes.name;
  const y = row * sizes.row;
  const x = day * sizes.day;
  const top = y < view.top ? y : Math.max(view.top, y + sizes.row - inner);
  const left = x < view.left ? x : Math.max(view.left, x + sizes.day - wide);
  return { top: Math.max(0, top), left: Math.max(0, left) };
}
