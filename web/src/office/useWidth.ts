import { type RefObject, useEffect, useState } from "react";

/** How wide a picture may be: its letters keep their size on a phone. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const sized = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.floor(entry.contentRect.width)));
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, [place]);
  return width;
}
