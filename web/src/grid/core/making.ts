/** The changes that a manager's acts amount to. Locked cells are never touched, but unlocked. */

import { cellOf, same, type CellChange, type CellState, type ChangeKind } from "./cells";
import type { GridPerson } from "../types";

export interface Spot {
  row: number;
  day: number;
}

export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Made {
  kind: ChangeKind;
  cells: CellChange[];
  /** Cells left alone since they are locked. */
  locked: number;
}

type People = readonly GridPerson[];

export function block(one: Spot, other: Spot): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.day, other.day),
    right: Math.max(one.day, other.day),
  };
}

export function holds(area: Block, { row, day }: Spot): boolean {
  return row >= area.top && row <= area.bottom && day >= area.left && day <= area.right;
}

export function spots(area: Block): Spot[] {
  const found: Spot[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let day = area.left; day <= area.right; day++) found.push({ row, day });
  return found;
}

interface Draft {
  kind: ChangeKind;
  people: People;
  start: string;
}

function gathered(draft: Draft, wanted: readonly (readonly [Spot, Partial<CellState>])[]): Made {
  const cells: CellChange[] = [];
  let locked = 0;
  for (const [spot, after] of wanted) {
    const person = draft.people[spot.row];
    if (!person || person.cells[spot.day] === undefined) continue;
    const before = cellOf(person, spot.day, draft.start);
    const next = { ...before, ...after };
    if (same(before, next)) continue;
    if (before.locked && after.locked === undefined) locked += 1;
    else cells.push({ person: person.id, day: spot.day, before, after: next });
  }
  return { kind: draft.kind, cells, locked };
}

/** Give all cells of an area one code; the empty code is a day off. */
export function assign(people: People, start: string, area: Block, code: string): Made {
  const kind = code === "" ? "clear" : "assign";
  return gathered(
    { kind, people, start },
    spots(area).map((spot) => [spot, { code }] as const),
  );
}

/** Lock an area, or unlock it where all of it is locked already. */
export function toggleLock(people: People, start: string, area: Block): Made {
  const all = spots(area);
  const isLocked = (spot: Spot) => {
    const person = people[spot.row];
    return person !== undefined && cellOf(person, spot.day, start).locked;
  };
  const locked = !all.every(isLocked);
  const kind = locked ? "lock" : "unlock";
  return gathered(
    { kind, people, start },
    all.map((spot) => [spot, { locked }] as const),
  );
}

/**
 * Put an area down elsewhere. What stood there comes back to the cells that were left, so that a
 * shift is never lost: on a free cell this is a move, on a filled one a swap.
 */
export function move(people: People, start: string, area: Block, to: Spot): Made {
  const codeAt = (spot: Spot) => people[spot.row]?.cells[spot.day] ?? "";
  const key = (spot: Spot) => `${spot.row} ${spot.day}`;
  const sources = spots(area);
  const targets = sources.map((s) => ({
    row: s.row - area.top + to.row,
    day: s.day - area.left + to.day,
  }));
  const inside = targets.every((s) => people[s.row]?.cells[s.day] !== undefined);
  if (!inside) return { kind: "move", cells: [], locked: 0 };
  const after = new Map<string, readonly [Spot, { code: string }]>();
  const taken = new Set(targets.map(key));
  const left = sources.filter((s) => !taken.has(key(s)));
  const own = new Set(sources.map(key));
  const pushed = targets.filter((s) => !own.has(key(s)));
  left.forEach((spot, n) => after.set(key(spot), [spot, { code: codeAt(pushed[n] ?? spot) }]));
  targets.forEach((spot, n) => after.set(key(spot), [spot, { code: codeAt(sources[n] ?? spot) }]));
  const swapping = pushed.some((spot) => codeAt(spot) !== "");
  const made = gathered({ kind: swapping ? "swap" : "move", people, start }, [...after.values()]);
  return made.locked > 0 ? { ...made, cells: [] } : made;
}

/** Write copied codes over the cells from a spot on. */
export function paste(people: People, start: string, codes: string[][], to: Spot): Made {
  const wanted = codes.flatMap((line, row) =>
    line.map((code, day) => [{ row: to.row + row, day: to.day + day }, { code }] as const),
  );
  return gathered({ kind: "paste", people, start }, wanted);
}

export function copied(people: People, area: Block): string[][] {
  const rows = people.slice(area.top, area.bottom + 1);
  return rows.map((person) => person.cells.slice(area.left, area.right + 1));
}
