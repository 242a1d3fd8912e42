/** All that the grid's parts share: the draft, the rows shown, the selection, and the acts. */

import { useCallback, useMemo, useRef, useState } from "react";
import { MOST_CELLS } from "./core/cells";
import { NO_FILTERS, filtered, isOn, type Filters } from "./core/filters";
import { assign, copied, move, paste, toggleLock, type Block, type Made } from "./core/making";
import type { Spot } from "./core/making";
import { moved, selected, START, within, type Carried, type Extent } from "./core/selection";
import type { Typed } from "./core/typing";
import type { Edits } from "./useEdits";
import { useMarks } from "./useMarks";
import type { GridPerson, Translate } from "./types";

export interface Desk {
  people: readonly GridPerson[];
  filters: Filters;
  setFilters: (filters: Filters) => void;
  marks: ReturnType<typeof useMarks>;
  extent: Extent;
  selection: ReturnType<typeof within>;
  area: Block | null;
  said: string;
  say: (text: string) => void;
  go: (to: Spot, extend?: boolean) => void;
  /** Go to a row that is about to be shown, as when a filter is taken away. */
  goFreely: (to: Spot) => void;
  /** What is said when something picked up is let go of. */
  dropped: string;
  carry: (carried: Carried | null) => void;
  /** Make a change, or say why not. */
  perform: (made: Made) => boolean;
  assign: (code: string) => boolean;
  lock: () => void;
  pick: (how: Carried["how"]) => void;
  put: () => void;
  /** Take a step back or do it again, and say so. */
  step: (way: "undo" | "redo") => void;
  copy: () => void;
  paste: () => void;
  /** The change that putting down here would be. */
  putting: (carried: Carried, to: Spot) => Made;
  typed: Typed | null;
  setTyped: (typed: Typed | null) => void;
}

export function useDesk(
  edits: Edits,
  t: Translate,
  coverage: number,
  readOnly: boolean,
): Desk {
  const { state, make } = edits;
  const { start } = state;
  const marks = useMarks(state.verdict.breaches, start);
  const [filters, keepFilters] = useState<Filters>(NO_FILTERS);
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const [held, setSelection] = useState(START);
  const [said, setSaid] = useState("");
  const [typed, setTyped] = useState<Typed | null>(null);
  const clipboard = useRef<string[][]>([]);

  // Rows are chosen when a filter changes, so that no row leaves while its breach is mended.
  const setFilters = (next: Filters) => {
    keepFilters(next);
    const rows = filtered(state.people, next, marks);
    setIds(isOn(next) ? new Set(rows.map((person) => person.id)) : null);
    setSelection((now) => ({ ...now, carried: null }));
  };
  const people = useMemo(
    () => (ids ? state.people.filter((person) => ids.has(person.id)) : state.people),
    [state.people, ids],
  );
  const days = state.people[0]?.cells.length ?? 0;
  const extent = { people: people.length, coverage, days, page: 10 };
  const selection = within(held, extent);
  const area = selected(selection, people.length);

  const say = useCallback((text: string) => {
    // A text told twice must change to be read twice.
    setSaid((old) => (old === text ? `${text}\u00a0` : text));
  }, []);
  const go = (to: Spot, extend = false) => setSelection((now) => moved(within(now, extent), to, extend));
  const goFreely = (to: Spot) => setSelection((now) => moved(now, to, false));
  const carry = (carried: Carried | null) => setSelection((now) => ({ ...now, carried }));

  const perform = (made: Made): boolean => {
    if (readOnly) return false;
    if (made.cells.length > MOST_CELLS) say(t("web.grid.told.many", { count: MOST_CELLS }));
    else if (made.cells.length === 0 && made.locked > 0) say(t("web.grid.told.locked"));
    else if (made.cells.length === 0) say(t("web.grid.told.nothing"));
    else {
      make(made);
      const spare = made.locked > 0 ? ` ${t("web.grid.told.spared", { count: made.locked })}` : "";
      say(`${toldOf(made, people, t)}${spare}`);
      return true;
    }
    return false;
  };
  const putting = (carried: Carried, to: Spot) => move(people, start, carried.area, to);
  const onArea = (act: (area: Block) => Made) => (area ? perform(act(area)) : false);

  return {
    ...{ people, filters, setFilters, marks, extent, selection, area, said, say, go, carry },
    ...{ goFreely, dropped: t("web.grid.told.dropped") },
    ...{ perform, putting, typed, setTyped },
    assign: (code) => onArea((own) => assign(people, start, own, code)),
    lock: () => void onArea((own) => toggleLock(people, start, own)),
    pick: (how) => {
      if (!area || readOnly) return;
      carry({ area, how });
      say(t(`web.grid.told.pick.${how}`));
    },
    put: () => {
      const { carried, active } = selection;
      if (carried && active.day >= 0 && perform(putting(carried, active))) carry(null);
    },
    step: (way) => {
      if (readOnly) return;
      say(t(state[way].length > 0 ? `web.grid.told.${way}` : "web.grid.told.nothing"));
      edits[way]();
    },
    copy: () => {
      if (!area) return;
      clipboard.current = copied(people, area);
      say(t("web.grid.told.copied", { count: clipboard.current.flat().length }));
    },
    paste: () => {
      if (area) perform(paste(people, start, clipboard.current, { row: area.top, day: area.left }));
    },
  };
}

/** Kinds that are told by the cell they end in; of many cells only their number is told. */
const ONE = { assign: 1, clear: 1, move: 2, swap: 2 };

function toldOf(made: Made, people: readonly GridPerson[], t: Translate): string {
  const { kind, cells } = made;
  const count = cells.length;
  if (kind in ONE && count > ONE[kind as keyof typeof ONE]) return t("web.grid.told.cells", { count });
  const last = cells[count - 1];
  const name = people.find((person) => person.id === last?.person)?.name ?? "";
  return t(`web.grid.told.${kind}`, { count, name, code: last?.after.code ?? "" });
}
