/** What each act and each answer makes of the draft. */

import { cellOf, reversed, same, type CellChange, type CellState, type Change } from "./cells";
import { initial, redrawn, type Action, type GridState } from "./state";
import type { Grid, Judged, Refusal } from "../types";

function loaded(state: GridState, grid: Grid): GridState {
  if (grid.draft.id !== state.draft) return initial(grid);
  // While a change is on its way the answer to it tells more than a draft fetched meanwhile.
  if (state.sending || grid.draft.revision < state.revision) return state;
  const foreign = grid.draft.revision !== state.revision;
  const fresh = initial(grid);
  const waiting = { queue: state.queue, sending: state.sending, unsent: state.unsent };
  const steps = foreign ? { undo: [], redo: [] } : { undo: state.undo, redo: state.redo };
  const paused = state.paused === "stale" ? null : state.paused;
  return redrawn({ ...fresh, ...waiting, ...steps, opening: state.opening, paused });
}

/** Codes cycled quickly in the same cells are one step, as long as the former was not sent. */
function joined(state: GridState, change: Change): Change[] | null {
  const last = state.queue[state.queue.length - 1];
  const onItsWay = state.sending && state.queue.length === 1;
  if (!last || onItsWay || last.kind !== "assign" || change.kind !== "assign") return null;
  if (last.again !== undefined || last.cells.length !== change.cells.length) return null;
  const cells = change.cells.map((cell, n) => {
    const old = last.cells[n];
    return old && old.person === cell.person && old.day === cell.day
      ? { ...cell, before: old.before }
      : null;
  });
  if (cells.some((cell) => cell === null)) return null;
  const left = cells.filter((cell) => cell !== null && !same(cell.before, cell.after));
  return left.length === cells.length ? [{ ...last, cells: left.filter((c) => c !== null) }] : null;
}

function made(state: GridState, change: Change): GridState {
  const one = joined(state, change);
  const before = one ? -1 : undefined;
  const queue = [...state.queue.slice(0, before), ...(one ?? [change])];
  const undo = [...state.undo.slice(0, before), ...(one ?? [change])];
  return redrawn({ ...state, queue, undo, redo: [], refused: null });
}

function stepped(state: GridState, way: "undo" | "redo", id: number): GridState {
  const other = way === "undo" ? "redo" : "undo";
  const step = state[way][state[way].length - 1];
  if (!step) return state;
  const change: Change =
    way === "undo" ? reversed(step, id, "undo") : { ...step, id, again: "redo" };
  return redrawn({
    ...state,
    queue: [...state.queue, change],
    [way]: state[way].slice(0, -1),
    [other]: [...state[other], { ...step, id }],
    refused: null,
  });
}

function kept(state: GridState, judged: Judged): GridState {
  const [first, ...queue] = state.queue;
  if (!first) return state;
  const rows = new Map(judged.people.map((person) => [person.id, person]));
  return redrawn({
    ...state,
    revision: judged.revision,
    told: state.told.map((person) => rows.get(person.id) ?? person),
    coverage: judged.coverage,
    verdict: judged.verdict,
    queue,
    sending: false,
    kept: { change: first, from: state.verdict },
  });
}

/** The step that an undo would have taken back. */
function stood(undo: Change): Change {
  const { id, kind, cells } = reversed(undo, undo.id, "redo");
  return { id, kind, cells };
}

function refused(state: GridState, refusal: Refusal): GridState {
  const [first, ...queue] = state.queue;
  if (!first) return { ...state, sending: false };
  if (refusal.status === undefined || refusal.status >= 500)
    return { ...state, sending: false, paused: "offline" };
  if (refusal.status === 409 && refusal.code === "etag.stale") {
    const unsent = [...state.unsent, ...state.queue];
    return redrawn({
      ...state,
      ...{ queue: [], sending: false, paused: "stale", unsent, undo: [], redo: [] },
    });
  }
  const without = (steps: Change[]) => steps.filter((step) => step.id !== first.id);
  const stands = first.again === "undo" ? [stood(first)] : [];
  return redrawn({
    ...state,
    queue,
    sending: false,
    undo: [...without(state.undo), ...stands],
    redo: without(state.redo),
    refused: { change: first, refusal },
  });
}

/** Change only what the manager changed: the code, or the lock. */
function onto({ before, after, ...cell }: CellChange, now: CellState): CellChange {
  const code = before.code === after.code ? now.code : after.code;
  const locked = before.locked === after.locked ? now.locked : after.locked;
  return { ...cell, before: now, after: { code, locked } };
}

/** Bring unsent changes onto the newer revision; what they now change from is read anew. */
function resent(state: GridState, ids: number[], next: number): GridState {
  const rows = new Map(state.people.map((person) => [person.id, person]));
  const again = state.unsent
    .filter((change) => ids.includes(change.id))
    .map((change, n) => ({
      ...change,
      id: next + n,
      cells: change.cells.flatMap((cell) => {
        const person = rows.get(cell.person);
        return person ? [onto(cell, cellOf(person, cell.day, state.start))] : [];
      }),
    }))
    .filter((change) => change.cells.length > 0);
  const unsent = state.unsent.filter((change) => !ids.includes(change.id));
  const undo = [...state.undo, ...again];
  return redrawn({ ...state, queue: [...state.queue, ...again], undo, unsent });
}

export function reduced(state: GridState, action: Action): GridState {
  switch (action.type) {
    case "loaded":
      return loaded(state, action.grid);
    case "made":
      return made(state, action.change);
    case "undo":
    case "redo":
      return stepped(state, action.type, action.id);
    case "sending":
      return { ...state, sending: true };
    case "kept":
      return kept(state, action.judged);
    case "refused":
      return refused(state, action.refusal);
    case "retry":
      return { ...state, paused: state.paused === "offline" ? null : state.paused };
    case "resend":
      return resent(state, action.ids, action.next);
    case "discard":
      return { ...state, unsent: [] };
    case "told":
      return { ...state, refused: null, kept: null };
  }
}
