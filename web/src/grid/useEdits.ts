/** The draft under edit: changes are drawn at once and sent one after the other. */

import { useCallback, useEffect, useReducer, useRef } from "react";
import { toEdit, type Change } from "./core/cells";
import type { Made } from "./core/making";
import { reduced } from "./core/reduce";
import { initial, type GridState } from "./core/state";
import type { DutyOf, Edit, Grid, Judged, Refusal } from "./types";

export interface Saving {
  grid: Grid;
  readOnly: boolean;
  dutyOf: DutyOf;
  save: (edit: Edit, revision: number) => Promise<Judged>;
  onStale: ((unsent: readonly Change[]) => void) | undefined;
  onUnsaved: ((count: number) => void) | undefined;
}

export interface Edits {
  state: GridState;
  make: (made: Made) => void;
  undo: () => void;
  redo: () => void;
  retry: () => void;
  resend: () => void;
  discard: () => void;
  told: () => void;
}

export function useEdits(saving: Saving): Edits {
  const { grid, readOnly, dutyOf, save, onStale, onUnsaved } = saving;
  const [state, dispatch] = useReducer(reduced, grid, initial);
  const next = useRef(1);
  const loaded = useRef(grid);

  useEffect(() => {
    if (loaded.current === grid) return;
    loaded.current = grid;
    dispatch({ type: "loaded", grid });
  }, [grid]);

  const { queue, sending, paused, revision, start } = state;
  const first = queue[0];
  useEffect(() => {
    if (!first || sending || paused || readOnly) return;
    dispatch({ type: "sending" });
    save(toEdit([first], start, dutyOf), revision).then(
      (judged) => dispatch({ type: "kept", judged }),
      (refusal: unknown) => dispatch({ type: "refused", refusal: refusalOf(refusal) }),
    );
  }, [first, sending, paused, readOnly, revision, start, save, dutyOf]);

  const { unsent } = state;
  useEffect(() => {
    if (paused === "stale") onStale?.(unsent);
    // Told once for each time the draft turns out to be stale.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [paused]);

  const waiting = queue.length + unsent.length;
  useEffect(() => {
    onUnsaved?.(waiting);
    if (waiting === 0) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [waiting, onUnsaved]);

  const make = useCallback((made: Made) => {
    const { kind, cells } = made;
    if (cells.length > 0) dispatch({ type: "made", change: { id: next.current++, kind, cells } });
  }, []);
  const undo = useCallback(() => dispatch({ type: "undo", id: next.current++ }), []);
  const redo = useCallback(() => dispatch({ type: "redo", id: next.current++ }), []);
  const retry = useCallback(() => dispatch({ type: "retry" }), []);
  const discard = useCallback(() => dispatch({ type: "discard" }), []);
  const told = useCallback(() => dispatch({ type: "told" }), []);
  const resend = useCallback(() => {
    const ids = unsent.map((change) => change.id);
    dispatch({ type: "resend", ids, next: next.current });
    next.current += ids.length;
  }, [unsent]);
  return { state, make, undo, redo, retry, resend, discard, told };
}

function refusalOf(found: unknown): Refusal {
  return typeof found === "object" && found !== null ? (found as Refusal) : {};
}
