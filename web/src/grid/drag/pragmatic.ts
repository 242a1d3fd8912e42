/** Dragging with the mouse, as an extra: loaded when a pointer first comes over the grid. */

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { Spot } from "../core/making";
import { spotOf } from "../useFocus";

export interface Dragging {
  canDrag: (spot: Spot) => boolean;
  onStart: (spot: Spot) => void;
  onOver: (spot: Spot | null) => void;
  onDrop: (spot: Spot | null) => void;
  /** The drag is over, wherever it ended. */
  onEnd: () => void;
}

const MARK = "roster-cell";

function spotUnder(x: number, y: number): Spot | null {
  const spot = spotOf(document.elementFromPoint(x, y));
  return spot && spot.day >= 0 ? spot : null;
}

/** Cells come and go as the grid scrolls, so only the one under the pointer can be dragged. */
export function attach(node: HTMLElement, dragging: Dragging): () => void {
  let held: Element | null = null;
  let release: (() => void) | null = null;
  let busy = false;

  const hold = (event: PointerEvent) => {
    const cell = event.target instanceof Element ? event.target.closest("[role=gridcell]") : null;
    if (busy || cell === held) return;
    release?.();
    release = null;
    held = cell;
    const spot = spotOf(cell);
    if (!(cell instanceof HTMLElement) || !spot || !dragging.canDrag(spot)) return;
    release = draggable({
      element: cell,
      canDrag: () => dragging.canDrag(spotOf(cell) ?? spot),
      getInitialData: () => ({ [MARK]: true }),
      onDragStart: () => {
        busy = true;
        dragging.onStart(spotOf(cell) ?? spot);
      },
      onDrop: () => {
        busy = false;
        dragging.onEnd();
      },
    });
  };
  node.addEventListener("pointerover", hold);
  const leave = dropTargetForElements({
    element: node,
    canDrop: ({ source }) => source.data[MARK] === true,
    onDrag: ({ location }) => {
      const { clientX, clientY } = location.current.input;
      dragging.onOver(spotUnder(clientX, clientY));
    },
    onDragLeave: () => dragging.onOver(null),
    onDrop: ({ location }) => {
      const { clientX, clientY } = location.current.input;
      dragging.onDrop(spotUnder(clientX, clientY));
    },
  });
  return () => {
    node.removeEventListener("pointerover", hold);
    release?.();
    leave();
  };
}
