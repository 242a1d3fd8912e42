/** Where codes are worked: the grid knows codes only, a draft's duties have a unit and may have a role. */

import type { Duty, Edit } from "../../../grid";

export interface Placed {
  /** The unit of the person's duties that `placed` does not name. */
  home: string;
  /** By date: duties with a role, or in another unit. */
  placed: Record<string, Duty[]>;
}

export type Places = ReadonlyMap<string, Placed>;

/** A duty as it stands in the person's cell, else one in the person's own unit. */
export function dutyAt(places: Places, person: string, date: string, code: string): Duty {
  const own = places.get(person);
  const standing = own?.placed[date]?.find((duty) => duty.shift === code);
  return standing ?? { shift: code, unit: own?.home ?? "" };
}

/**
 * Hand roles on: a duty that leaves a cell takes its role and unit to the cell of the same date that
 * gets the code, so that whoever takes over a shift takes over what it is for.
 */
export function handedOn(edit: Edit, places: Places): Edit {
  const freed = new Map<string, Duty[]>();
  for (const { person, date, duties } of edit.cells) {
    for (const duty of places.get(person)?.placed[date] ?? []) {
      if (duties.some((one) => one.shift === duty.shift)) continue;
      const key = `${date} ${duty.shift}`;
      freed.set(key, [...(freed.get(key) ?? []), duty]);
    }
  }
  if (freed.size === 0) return edit;
  const cells = edit.cells.map((cell) => ({
    ...cell,
    duties: cell.duties.map((duty) => {
      const standing = places.get(cell.person)?.placed[cell.date]?.some((one) => one.shift === duty.shift);
      return standing ? duty : (freed.get(`${cell.date} ${duty.shift}`)?.shift() ?? duty);
    }),
  }));
  return { cells };
}
