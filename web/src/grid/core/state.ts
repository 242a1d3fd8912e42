/** The draft while it is edited: what the server last said, what waits, and what is drawn. */

import { drawn, type Change } from "./cells";
import type { Grid, GridPerson, GridRow, GridShift, Judged, Refusal, Verdict } from "../types";

export interface Opening {
  points: number;
  hard: number;
  planned: number;
  cost: number | null;
}

export interface GridState {
  draft: string;
  start: string;
  shifts: ReadonlyMap<string, GridShift>;
  revision: number;
  /** The people as the server last told them. */
  told: GridPerson[];
  /** The people as drawn, with all that waits. */
  people: GridPerson[];
  coverage: GridRow[];
  verdict: Verdict;
  opening: Opening;
  /** Changes to be sent, the first one perhaps on its way. */
  queue: Change[];
  sending: boolean;
  /** Why nothing is sent: the server is out of reach, or somebody else has changed the draft. */
  paused: "offline" | "stale" | null;
  /** Changes that met a newer revision; kept until they are sent anew or thrown away. */
  unsent: Change[];
  undo: Change[];
  redo: Change[];
  refused: { change: Change; refusal: Refusal } | null;
  /** The last change that was kept, for the announcement; `from` is the verdict before it. */
  kept: { change: Change; from: Verdict } | null;
}

export type Action =
  | { type: "loaded"; grid: Grid }
  | { type: "made"; change: Change }
  | { type: "undo"; id: number }
  | { type: "redo"; id: number }
  | { type: "sending" }
  | { type: "kept"; judged: Judged }
  | { type: "refused"; refusal: Refusal }
  | { type: "retry" }
  | { type: "resend"; ids: number[]; next: number }
  | { type: "discard" }
  | { type: "told" };

export function plannedTotal(people: readonly GridPerson[]): number {
  return people.reduce((sum, person) => sum + person.planned, 0);
}

function openingOf(grid: Grid): Opening {
  const { points, hard, cost_ore: cost } = grid.verdict;
  return { points, hard, planned: plannedTotal(grid.people), cost };
}

export function initial(grid: Grid): GridState {
  return {
    draft: grid.draft.id,
    start: grid.start,
    shifts: new Map(grid.shifts.map((shift) => [shift.code, shift])),
    revision: grid.draft.revision,
    told: grid.people,
    people: grid.people,
    coverage: grid.coverage,
    verdict: grid.verdict,
    opening: openingOf(grid),
    queue: [],
    sending: false,
    paused: null,
    unsent: [],
    undo: [],
    redo: [],
    refused: null,
    kept: null,
  };
}

/** Draw what waits; rows that nothing touches stay the same objects, so they are not drawn anew. */
export function redrawn(state: GridState): GridState {
  const before = new Map(state.people.map((person) => [person.id, person]));
  const people = state.told.map((person) => {
    const next = drawn(person, state.queue, state.start, state.shifts);
    const old = before.get(person.id);
    if (old === undefined || old === next) return next;
    return JSON.stringify(old) === JSON.stringify(next) ? old : next;
  });
  return { ...state, people };
}
