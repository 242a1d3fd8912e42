import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** A row of tabs: a phone is too narrow for all of them, and the page one is on must be in sight. */
export function useTabInSight() {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = nav.current?.querySelector("[aria-current=page]");
    // newer browsers answer with a promise, which an effect must not return
    here?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return nav;
}
