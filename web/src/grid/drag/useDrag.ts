/** Lazy dragging: without the module the grid works as well, by keys and by its menu. */

import { useEffect, useRef, useState, type RefObject } from "react";
import type { Block, Spot } from "../core/making";
import type { Dragging } from "./pragmatic";

export interface Dragged {
  area: Block;
  /** Where the area's first cell would fall. */
  to: Spot | null;
}

interface Facing {
  canDrag: (spot: Spot) => boolean;
  /** The block that comes along when a cell is taken. */
  areaOf: (spot: Spot) => Block;
  onDrop: (area: Block, to: Spot) => void;
}

function place(area: Block, taken: Spot, over: Spot): Spot {
  return { row: over.row - (taken.row - area.top), day: over.day - (taken.day - area.left) };
}

export function useDrag(
  scroller: RefObject<HTMLDivElement | null>,
  enabled: boolean,
  facing: Facing,
): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const latest = useRef(facing);
  useEffect(() => {
    latest.current = facing;
  });

  useEffect(() => {
    const node = scroller.current;
    if (!node || !enabled) return undefined;
    let gone = false;
    let detach = () => {};
    let taken: { spot: Spot; area: Block } | null = null;
    const dragging: Dragging = {
      canDrag: (spot) => latest.current.canDrag(spot),
      onStart: (spot) => {
        taken = { spot, area: latest.current.areaOf(spot) };
        setDragged({ area: taken.area, to: null });
      },
      onOver: (spot) => {
        if (!taken) return;
        const { area } = taken;
        const to = spot && place(area, taken.spot, spot);
        setDragged((old) =>
          old && old.to?.row === to?.row && old.to?.day === to?.day ? old : { area, to },
        );
      },
      onDrop: (spot) => {
        const from = taken;
        setDragged(null);
        if (from && spot) latest.current.onDrop(from.area, place(from.area, from.spot, spot));
      },
      onEnd: () => setDragged(null),
    };
    const load = () => {
      import("./pragmatic").then(
        ({ attach }) => {
          if (!gone) detach = attach(node, dragging);
        },
        () => undefined,
      );
    };
    node.addEventListener("pointerenter", load, { once: true });
    return () => {
      gone = true;
      node.removeEventListener("pointerenter", load);
      detach();
    };
  }, [scroller, enabled]);

  return dragged;
}
