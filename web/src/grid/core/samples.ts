/** A small ward for the tests. */

import type { Breach, Grid, GridPerson, Judged } from "../types";
import type { Change } from "./cells";
import { initial, type GridState } from "./state";

export const START = "2027-02-15";

export function person(id: string, cells: string[], more: Partial<GridPerson> = {}): GridPerson {
  return {
    ...{ id, name: `Name ${id}`, group: "nurse", percent: 100, competences: ["nurse"] },
    ...{ planned: 450 * cells.filter((cell) => cell !== "").length, contract: 900, cells },
    ...{ codes: {}, wishes: {}, locked: [] },
    ...more,
  };
}

export const PEOPLE = [
  person("a", ["D", "A", "", "N"]),
  person("b", ["", "D", "D", ""]),
  person("c", ["A", "", "", "D"], { locked: ["2027-02-15"] }),
];

const shift = { name: "", start: "07:30", end: "15:00", minutes: 450 };

export const GRID: Grid = {
  draft: { id: "d1", revision: 3 },
  start: START,
  days: 4,
  red_days: {},
  people: PEOPLE,
  coverage: [],
  shifts: [
    { ...shift, code: "D", kind: "day" },
    { ...shift, code: "A", kind: "evening" },
    { ...shift, code: "N", kind: "night", minutes: 600 },
  ],
  verdict: { points: 100, hard: 0, breaches: [], cost_ore: null },
};

export function state(): GridState {
  return initial(GRID);
}

export function breach(more: Partial<Breach> = {}): Breach {
  return {
    ...{ rule: "rest", name: "Rest", paragraph: "§ 10-8", link: "", hard: true, person: "a" },
    ...{ first: START, last: START, text: "Too short." },
    ...more,
  };
}

/** A change of one cell. */
export function change(id: number, who: string, day: number, was: string, is: string): Change {
  const before = { code: was, locked: false };
  const cell = { person: who, day, before, after: { code: is, locked: false } };
  return { id, kind: is === "" ? "clear" : "assign", cells: [cell] };
}

/** The server's answer to what is drawn. */
export function answer(from: GridState, revision: number, points: number): Judged {
  return {
    revision,
    people: from.people,
    coverage: [],
    verdict: { points, hard: 0, breaches: [], cost_ore: null },
  };
}
