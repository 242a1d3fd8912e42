/** The browser's back and forward, seen before the router sees them: a page may ask first. */

type Watch = (event: PopStateEvent) => void;

let watch: Watch | null = null;

/** Begin before the router does: who listens first may keep a step from the others. */
export function startWatchingBack(): void {
  window.addEventListener("popstate", (event) => watch?.(event));
}

/** Be told of each step until the returned function is called; one page at a time. */
export function watchBack(told: Watch): () => void {
  watch = told;
  return () => {
    if (watch === told) watch = null;
  };
}
