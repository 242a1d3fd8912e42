import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { watchBack } from "../../../app/back";

type Wish = { to: string } | { steps: number };

interface Place {
  idx?: number;
}

const placeNow = (): number => (window.history.state as Place | null)?.idx ?? 0;

/**
 * Ask before the page is left while something is not kept: links and the browser's back are held up
 * until the manager says so. Closing the window is asked about by the grid itself.
 */
export function useLeaveGuard(unsaved: boolean) {
  const go = useNavigate();
  const [wish, setWish] = useState<Wish | null>(null);
  const free = useRef(false);
  useEffect(() => {
    if (!unsaved) return undefined;
    free.current = false;
    const here = placeNow();
    let returning = false;
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || free.current || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || link.getAttribute("target")) return;
      const to = new URL((link as HTMLAnchorElement).href, window.location.href);
      if (to.origin !== window.location.origin || to.pathname === window.location.pathname) return;
      event.preventDefault();
      event.stopPropagation();
      setWish({ to: to.pathname + to.search });
    };
    const stepped = (event: PopStateEvent) => {
      if (free.current) return;
      event.stopImmediatePropagation();
      if (returning) {
        returning = false;
        return;
      }
      const steps = ((event.state as Place | null)?.idx ?? 0) - here;
      if (steps === 0) return;
      returning = true;
      window.history.go(-steps);
      setWish({ steps });
    };
    document.addEventListener("click", clicked, true);
    const unwatch = watchBack(stepped);
    return () => {
      document.removeEventListener("click", clicked, true);
      unwatch();
    };
  }, [unsaved]);
  const leave = useCallback(() => {
    free.current = true;
    if (wish && "to" in wish) void go(wish.to);
    else if (wish) window.history.go(wish.steps);
    setWish(null);
  }, [go, wish]);
  const stay = useCallback(() => setWish(null), []);
  return { asked: wish !== null, leave, stay };
}
