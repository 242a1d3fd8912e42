/** Where the manager is: the active cell, the selected block and what has been picked up. */

import { block, type Block, type Spot } from "./making";

export interface Carried {
  area: Block;
  how: "move" | "swap";
}

export interface Selection {
  /** Rows beyond the people are the coverage rows; day -1 is the name. */
  active: Spot;
  /** The other corner of the selected block. */
  anchor: Spot;
  carried: Carried | null;
}

export interface Extent {
  people: number;
  coverage: number;
  days: number;
  /** Rows on a screen, for Page Up and Page Down. */
  page: number;
}

export const START: Selection = {
  active: { row: 0, day: 0 },
  anchor: { row: 0, day: 0 },
  carried: null,
};

export interface Key {
  key: string;
  ctrl: boolean;
  shift: boolean;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Where a key leads, or null where it is no key for moving. */
export function led(from: Spot, { key, ctrl }: Key, extent: Extent): Spot | null {
  const { row, day } = from;
  const lastRow = extent.people + extent.coverage - 1;
  const lastDay = extent.days - 1;
  switch (key) {
    case "ArrowLeft":
      return { row, day: clamp(ctrl ? day - 7 : day - 1, -1, lastDay) };
    case "ArrowRight":
      return { row, day: clamp(ctrl ? day + 7 : day + 1, -1, lastDay) };
    case "ArrowUp":
      return { row: clamp(row - 1, 0, lastRow), day };
    case "ArrowDown":
      return { row: clamp(row + 1, 0, lastRow), day };
    case "Home":
      return ctrl ? { row: 0, day: 0 } : { row, day: 0 };
    case "End":
      return ctrl ? { row: Math.max(0, extent.people - 1), day: lastDay } : { row, day: lastDay };
    case "PageUp":
      return { row: clamp(row - extent.page, 0, lastRow), day };
    case "PageDown":
      return { row: clamp(row + extent.page, 0, lastRow), day };
    default:
      return null;
  }
}

export function moved(now: Selection, to: Spot, extend: boolean): Selection {
  return { ...now, active: to, anchor: extend ? now.anchor : to };
}

/** The selected block of people's cells, or null on names and coverage rows. */
export function selected(now: Selection, people: number): Block | null {
  const area = block(now.active, now.anchor);
  if (area.top >= people || area.right < 0) return null;
  if (now.active.day < 0 || now.active.row >= people) return null;
  return { ...area, bottom: Math.min(area.bottom, people - 1), left: Math.max(area.left, 0) };
}

/** Keep a selection inside a grid that has become smaller, as by a filter. */
export function within(now: Selection, extent: Extent): Selection {
  const rows = extent.people + extent.coverage;
  const fit = ({ row, day }: Spot) => ({
    row: clamp(row, 0, Math.max(0, rows - 1)),
    day: clamp(day, -1, extent.days - 1),
  });
  const active = fit(now.active);
  const anchor = fit(now.anchor);
  const still =
    active.row === now.active.row &&
    active.day === now.active.day &&
    anchor.row === now.anchor.row &&
    anchor.day === now.anchor.day;
  return still ? now : { ...now, active, anchor };
}
