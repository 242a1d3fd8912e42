/** The part of the grid that is drawn; it follows the scrolling. */

import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from "react";
import { sameWindow, windowOf, type Drawn, type Sizes, type View } from "./core/windowing";

export interface Windowing {
  shown: Drawn;
  /** Rows on a screen. */
  page: number;
  view: () => View;
  follow: () => void;
}

const BEFORE: View = { top: 0, left: 0, width: 1400, height: 700 };

export function useWindow(
  scroller: RefObject<HTMLDivElement | null>,
  sizes: Sizes,
  rows: number,
  days: number,
  starts: readonly number[],
): Windowing {
  const [seen, setSeen] = useState<View>(BEFORE);
  const pending = useRef(0);
  const view = useCallback((): View => {
    const node = scroller.current;
    if (!node) return BEFORE;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = node;
    return { top, left, width, height };
  }, [scroller]);

  const measure = useCallback(() => {
    pending.current = 0;
    const now = view();
    setSeen((old) => {
      const one = windowOf(old, sizes, rows, days, starts);
      const grown = old.height !== now.height || old.width !== now.width;
      return !grown && sameWindow(one, windowOf(now, sizes, rows, days, starts)) ? old : now;
    });
  }, [view, sizes, rows, days, starts]);

  const follow = useCallback(() => {
    if (pending.current === 0) pending.current = requestAnimationFrame(measure);
  }, [measure]);

  useLayoutEffect(() => {
    measure();
    const node = scroller.current;
    if (!node) return undefined;
    const watcher = new ResizeObserver(follow);
    watcher.observe(node);
    return () => {
      watcher.disconnect();
      cancelAnimationFrame(pending.current);
      pending.current = 0;
    };
  }, [measure, follow, scroller]);

  const shown = windowOf(seen, sizes, rows, days, starts);
  const inner = seen.height - sizes.head - sizes.foot;
  return { shown, page: Math.max(1, Math.floor(inner / sizes.row) - 1), view, follow };
}
