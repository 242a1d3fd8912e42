import type { Schemas } from "../api/client";

export type Burden = Schemas["Entry"]["burden"];
export type Spread = Schemas["Spread"];
export type Light = Schemas["Light"];

/** All burdens in the order of the service's answers. */
export const BURDENS = [
  "weekend",
  "night",
  "evening",
  "christmas",
  "easter",
  "holiday",
  "quick_return",
  "wish",
] as const satisfies readonly Burden[];

/** Which roster of a period is looked at. */
export type Of = "published" | "preview";

/** The roster of a period that can be looked at, if there is one. */
export function rosterOf(stage: string): Of | undefined {
  return stage === "published" || stage === "preview" ? stage : undefined;
}

/** Where a figure lies beside the middle half of a ward. */
export function placeOf(rate: number, spread: Spread): "less" | "middle" | "more" {
  if (rate < spread.lower) return "less";
  return rate > spread.upper ? "more" : "middle";
}

/** Places of a strip in percent of its width. */
export interface Marks {
  from: number;
  to: number;
  middle: number;
  mine: number;
}

/** Where quartiles and one's own figure lie on a strip that begins at nothing. */
export function marksOf(rate: number, spread: Spread): Marks {
  const most = Math.max(rate, spread.upper, 1) * 1.1;
  const place = (value: number) => Math.max(0, Math.min(100, (value / most) * 100));
  return {
    from: place(spread.lower),
    to: place(spread.upper),
    middle: place(spread.middle),
    mine: place(rate),
  };
}
