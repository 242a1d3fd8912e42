import type { TaskBook } from "../useSharing";

export type Cell = TaskBook["cells"][number];
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Minutes of some cells by a key, in no order. */
export function sumBy(cells: readonly Cell[], key: (cell: Cell) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const cell of cells) found.set(key(cell), (found.get(key(cell)) ?? 0) + cell.minutes);
  return found;
}

export interface Part {
  group: string;
  /** Where the part begins and how long it is, in minutes a week. */
  from: number;
  minutes: number;
}

/** For each hour of the day the groups' minutes, each on top of the one before. */
export function stacked(cells: readonly Cell[], groups: readonly string[]): Part[][] {
  const found = sumBy(cells, (cell) => `${cell.hour} ${cell.group}`);
  return HOURS.map((hour) => {
    let from = 0;
    return groups.map((group) => {
      const minutes = found.get(`${hour} ${group}`) ?? 0;
      from += minutes;
      return { group, from: from - minutes, minutes };
    });
  });
}
