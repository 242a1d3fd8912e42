/** Changes of cells, and a person's row with changes drawn on it. */

import { addDays } from "./dates";
import type { DutyOf, Edit, GridPerson, GridShift } from "../types";

export interface CellState {
  /** Codes of the duties with `+` between them; empty is a day off. */
  code: string;
  locked: boolean;
}

export interface CellChange {
  person: string;
  day: number;
  before: CellState;
  after: CellState;
}

export type ChangeKind = "assign" | "clear" | "move" | "swap" | "paste" | "lock" | "unlock";

/** One step of the manager's work: all its cells or none. */
export interface Change {
  id: number;
  kind: ChangeKind;
  cells: CellChange[];
  /** Set where this takes a step back or does it again. */
  again?: "undo" | "redo";
}

/** The API takes this many cells at once. */
export const MOST_CELLS = 500;

export function cellOf(person: GridPerson, day: number, start: string): CellState {
  return {
    code: person.cells[day] ?? "",
    locked: person.locked.includes(addDays(start, day)),
  };
}

export function same(one: CellState, other: CellState): boolean {
  return one.code === other.code && one.locked === other.locked;
}

export function minutesOf(code: string, shifts: ReadonlyMap<string, GridShift>): number {
  if (code === "") return 0;
  return code.split("+").reduce((sum, part) => sum + (shifts.get(part)?.minutes ?? 0), 0);
}

/** Return the row with the changes drawn; the same object where none is its own. */
export function drawn(
  person: GridPerson,
  changes: readonly Change[],
  start: string,
  shifts: ReadonlyMap<string, GridShift>,
): GridPerson {
  const mine = changes.flatMap((change) => change.cells.filter((c) => c.person === person.id));
  if (mine.length === 0) return person;
  const cells = [...person.cells];
  const locked = new Set(person.locked);
  let planned = person.planned;
  for (const { day, after } of mine) {
    planned += minutesOf(after.code, shifts) - minutesOf(cells[day] ?? "", shifts);
    cells[day] = after.code;
    const date = addDays(start, day);
    if (after.locked) locked.add(date);
    else locked.delete(date);
  }
  return { ...person, cells, planned, locked: [...locked].sort() };
}

export function reversed(change: Change, id: number, again: "undo" | "redo"): Change {
  const cells = change.cells.map((c) => ({ ...c, before: c.after, after: c.before }));
  return { id, kind: change.kind, cells, again };
}

/** Return what the API is to be sent; where a cell stands in several changes the last one holds. */
export function toEdit(changes: readonly Change[], start: string, dutyOf: DutyOf): Edit {
  const last = new Map<string, CellChange>();
  for (const change of changes) {
    for (const cell of change.cells) {
      const key = `${cell.person} ${cell.day}`;
      const first = last.get(key);
      last.set(key, first ? { ...cell, before: first.before } : cell);
    }
  }
  return {
    cells: [...last.values()].map(({ person, day, before, after }) => {
      const date = addDays(start, day);
      const codes = after.code === "" ? [] : after.code.split("+");
      const cell = { person, date, duties: codes.map((code) => dutyOf(person, date, code)) };
      return before.locked === after.locked ? cell : { ...cell, locked: after.locked };
    }),
  };
}
