/** What a search tells while it runs, put in order: it may be told twice after a lost connection. */

export interface News {
  number: number;
  seconds: number;
  phase: string;
  objective: number | null;
  bound: number | null;
  /** How much of the work is done, from 0 to 1, where that is known. */
  share: number | null;
}

/** Add a piece of news; one that is known already changes nothing. */
export function withNews(known: readonly News[], one: News): readonly News[] {
  const last = known[known.length - 1];
  if (!last || one.number > last.number) return [...known, one];
  if (known.some((other) => other.number === one.number)) return known;
  return [...known, one].sort((a, b) => a.number - b.number);
}

/** News in which points or bound are others than before, with the last one that is told. */
export function steps(news: readonly News[]): News[] {
  const found: News[] = [];
  for (const one of news) {
    if (one.objective === null && one.bound === null) continue;
    const last = found[found.length - 1];
    if (!last || last.objective !== one.objective || last.bound !== one.bound) found.push(one);
  }
  return found;
}

/** Some of many, evenly chosen, the first and the last always among them. */
export function thinned<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const stride = (all.length - 1) / (most - 1);
  const chosen = Array.from({ length: most }, (_, n) => all[Math.round(n * stride)]);
  return chosen.filter((one): one is T => one !== undefined);
}

type Points = number | null | undefined;

/** The bound where it says anything: that no roster has under 0 points is true of every ward. */
export function provedBound(objective: Points, bound: Points): number | null {
  if (typeof bound !== "number") return null;
  return bound > 0 || objective === bound ? bound : null;
}

/** How far the points are above what is proved, as a share of the points; null when not known. */
export function gapOf(objective: Points, bound: Points): number | null {
  const proved = provedBound(objective, bound);
  if (typeof objective !== "number" || proved === null) return null;
  return Math.max(0, (objective - proved) / Math.max(1, objective));
}

const PHASES = ["build", "first", "improve", "offer", "done"] as const;

/** What the search is at, as the end of a key; parts of the search that have no words are `search`. */
export function phaseOf(phase: string): (typeof PHASES)[number] | "search" {
  const told = phase.split(":").pop()?.trim() ?? "";
  // one strategy that has done its part leaves the others at work
  if (told === "done" && phase.includes(":")) return "search";
  return PHASES.find((one) => one === told) ?? "search";
}
