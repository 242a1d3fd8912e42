/** What each person carries in a draft, beside the share that the size of the position gives. */

import type { Schemas } from "../../../api/client";
import { plusDays } from "../../../dates/dates";
import { nightsWorked, weekendsWorked } from "../../../office/figures";

export type Grid = Schemas["Grid"];
type Person = Grid["people"][number];

export const BURDENS = ["weekends", "nights", "reds"] as const;
export type Burden = (typeof BURDENS)[number];

export interface Share {
  id: string;
  name: string;
  percent: number;
  /** Minutes planned beyond the contract. */
  off: number;
  carried: Record<Burden, number>;
  /** What a person of this position would carry if all were shared alike. */
  fair: Record<Burden, number>;
  wishes: number;
  granted: number;
}

/** Every person's burdens and wishes; who works no nights at all has no share of them. */
export function sharesOf(grid: Grid): Share[] {
  const carried = grid.people.map((person) => carriedBy(grid, person));
  const posts = (burden: Burden) => grid.people.reduce((sum, one) => sum + (takes(grid, one, burden) ? one.percent : 0), 0);
  const all = Object.fromEntries(
    BURDENS.map((burden) => [burden, { sum: total(carried, burden), posts: posts(burden) }]),
  ) as Record<Burden, { sum: number; posts: number }>;
  return grid.people.map((person, number) => ({
    id: person.id,
    name: person.name,
    percent: person.percent,
    off: person.planned - person.contract,
    carried: carried[number] ?? { weekends: 0, nights: 0, reds: 0 },
    fair: Object.fromEntries(
      BURDENS.map((burden) => {
        const { sum, posts: whole } = all[burden];
        return [burden, takes(grid, person, burden) && whole > 0 ? (sum * person.percent) / whole : 0];
      }),
    ) as Record<Burden, number>,
    ...wishesOf(grid, person),
  }));
}

/** Nights are shared among those who have any; weekends and red days among all. */
function takes(grid: Grid, person: Person, burden: Burden): boolean {
  return burden !== "nights" || nightsWorked(grid, person.cells) > 0;
}

function total(all: Record<Burden, number>[], burden: Burden): number {
  return all.reduce((sum, one) => sum + one[burden], 0);
}

function carriedBy(grid: Grid, person: Person): Record<Burden, number> {
  const reds = person.cells.filter((cell, day) => cell && grid.red_days[plusDays(grid.start, day)]);
  return {
    weekends: weekendsWorked(grid, person.cells),
    nights: nightsWorked(grid, person.cells),
    reds: reds.length,
  };
}

function wishesOf(grid: Grid, person: Person): { wishes: number; granted: number } {
  const kinds = new Map(grid.shifts.map((shift) => [shift.code, shift.kind]));
  const wished = person.cells.flatMap((cell, day) => {
    const wish = person.wishes[plusDays(grid.start, day)];
    return wish ? [grantedBy(wish, cell, kinds)] : [];
  });
  return { wishes: wished.length, granted: wished.filter(Boolean).length };
}

/** Whether a cell grants a wish: `-3` is off, `+2D` wants D, `-1N` wants to be spared N. */
export function grantedBy(wish: string, cell: string, kinds: ReadonlyMap<string, string>): boolean {
  const named = wish.slice(2).split(",").filter(Boolean);
  const codes = cell.split("+").filter(Boolean);
  const meets = codes.some(
    (code) => named.length === 0 || named.includes(code) || named.includes(kinds.get(code) ?? ""),
  );
  return wish.startsWith("-") ? !meets : meets;
}
