/** Something beside a cell; it goes where the cell goes when the grid is scrolled. */

import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import type { Spot } from "../core/making";
import type { Sizes } from "../core/windowing";

interface Props {
  scroller: RefObject<HTMLDivElement | null>;
  spot: Spot;
  sizes: Sizes;
  children: ReactNode;
}

const GAP = 6;

export function Floating({ scroller, spot, sizes, children }: Props): ReactNode {
  const own = useRef<HTMLDivElement>(null);
  const { row, day } = spot;
  useLayoutEffect(() => {
    const node = own.current;
    const grid = scroller.current;
    if (!node || !grid) return undefined;
    const place = () => {
      const x = sizes.name + day * sizes.day - grid.scrollLeft;
      const y = sizes.head + row * sizes.row - grid.scrollTop;
      const right = x + sizes.day + GAP;
      const fits = right + node.offsetWidth <= grid.clientWidth;
      const left = fits ? right : x - node.offsetWidth - GAP;
      const top = Math.min(y, grid.clientHeight - node.offsetHeight - GAP);
      node.style.left = `${Math.max(GAP, left)}px`;
      node.style.top = `${Math.max(GAP, top)}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(node);
    grid.addEventListener("scroll", place, { passive: true });
    return () => {
      watcher.disconnect();
      grid.removeEventListener("scroll", place);
    };
  }, [row, day, sizes, scroller]);
  return (
    <div ref={own} className="rg-floating">
      {children}
    </div>
  );
}
