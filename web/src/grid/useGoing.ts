import { useCallback, useEffect, useRef } from "react";
import type { CoverageRow } from "./core/coverage";
import { daysBetween } from "./core/dates";
import { NO_FILTERS } from "./core/filters";
import type { GridState } from "./core/state";
import type { Desk } from "./useDesk";
import type { Focusing } from "./useFocus";
import type { Breach } from "./types";

/** Lead from a breach to its cell: the person's, or the coverage row that lacks somebody. */
export function useGoing(
  desk: Desk,
  state: GridState,
  needs: readonly CoverageRow[],
  focusing: Focusing,
): (breach: Breach) => void {
  const go = (breach: Breach) => {
    const day = Math.max(0, daysBetween(state.start, breach.first));
    focusing.wanted();
    if (breach.person === null) {
      const lacking = needs.findIndex((row) => row.levels[day] === "under");
      desk.go({ row: desk.people.length + Math.max(0, lacking), day });
      return;
    }
    const shown = desk.people.findIndex((person) => person.id === breach.person);
    if (shown < 0) desk.setFilters(NO_FILTERS);
    const all = state.people.findIndex((person) => person.id === breach.person);
    desk.goFreely({ row: shown < 0 ? all : shown, day });
  };
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  return useCallback((breach: Breach) => latest.current(breach), []);
}
