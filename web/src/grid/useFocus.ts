/** Keep the focus on the active cell, and the active cell in sight. */

import { useCallback, useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";
import type { Spot } from "./core/making";
import { scrolledTo, type Sizes } from "./core/windowing";
import type { Windowing } from "./useWindow";

export function cellAt(scroller: HTMLElement | null, { row, day }: Spot): HTMLElement | null {
  return scroller?.querySelector(`[data-row="${row}"] > [data-day="${day}"]`) ?? null;
}

/** The place of the cell that holds a node. */
export function spotOf(target: EventTarget | null): Spot | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-day]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), day: Number(cell.dataset.day) };
}

export interface Focusing {
  /** Ask for the active cell to be shown and focused. */
  wanted: () => void;
  drawn: boolean;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
}

export function useFocus(
  scroller: RefObject<HTMLDivElement | null>,
  active: Spot,
  people: number,
  sizes: Sizes,
  { shown, view, follow }: Windowing,
): Focusing {
  const want = useRef(false);
  const had = useRef(false);
  const wanted = useCallback(() => {
    want.current = true;
  }, []);
  const { row, day } = active;
  const inside = day < 0 || (day >= shown.left && day < shown.right);
  const drawn = inside && (row >= people || (row >= shown.top && row < shown.bottom));

  // Scroll to a cell when it becomes the active one by a key, not while the wheel turns.
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node || !want.current) return;
    const at = scrolledTo(view(), sizes, row, day);
    if (row < people && at.top !== node.scrollTop) node.scrollTop = at.top;
    if (day >= 0 && at.left !== node.scrollLeft) node.scrollLeft = at.left;
    follow();
  }, [row, day, people, sizes, scroller, view, follow]);

  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const holder = document.activeElement;
    // A focused cell that is scrolled away is gone from the page, and the focus with it.
    const lost = had.current && holder === document.body;
    if (!want.current && !lost && holder !== node) return;
    const cell = drawn ? cellAt(node, { row, day }) : null;
    if (cell) {
      want.current = false;
      if (holder !== cell) cell.focus({ preventScroll: true });
    } else if (holder !== node) node.focus({ preventScroll: true });
  }, [row, day, drawn, shown, scroller]);

  const onFocus = useCallback(() => {
    had.current = true;
  }, []);
  const onBlur = useCallback((event: FocusEvent) => {
    const to = event.relatedTarget;
    had.current = to instanceof Node && event.currentTarget.contains(to);
  }, []);
  return { wanted, drawn, onFocus, onBlur };
}
