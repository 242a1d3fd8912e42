/** Who opens the pages: HR proposes, the unit's manager approves. */
export type As = "hr" | "manager";

interface SharingPage {
  path: string;
  /** Ends the key of its title; with ``.what`` after it the key of what the page is for. */
  name: string;
  who: readonly As[];
}

/** The pages of task sharing, in the order in which one needs them. */
export const PAGES: readonly SharingPage[] = [
  { path: "catalogue", name: "catalogue", who: ["hr", "manager"] },
  { path: "delegations", name: "delegations", who: ["hr", "manager"] },
  { path: "log", name: "log", who: ["hr", "manager"] },
  { path: "scenarios", name: "scenarios", who: ["hr"] },
  { path: "bridge", name: "bridge", who: ["hr"] },
];

export const pagesOf = (as: As) => PAGES.filter((page) => page.who.includes(as));
