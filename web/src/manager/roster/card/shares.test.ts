import { expect, it } from "vitest";
import { type Grid, grantedBy, sharesOf } from "./shares";

const KINDS = new Map([["D", "day"], ["N", "night"]]);

it("knows when a wish is granted", () => {
  expect(grantedBy("-3", "", KINDS)).toBe(true);
  expect(grantedBy("-3", "D", KINDS)).toBe(false);
  expect(grantedBy("+2D,A", "D", KINDS)).toBe(true);
  expect(grantedBy("+2", "", KINDS)).toBe(false);
  expect(grantedBy("-1N", "D", KINDS)).toBe(true);
  expect(grantedBy("-1night", "D+N", KINDS)).toBe(false);
});

const person = (id: string, percent: number, cells: string[], wishes = {}) => ({
  ...{ id, name: id, group: "", percent, competences: [], planned: 600, contract: 480, cells },
  ...{ codes: {}, wishes, locked: [], home: "u", placed: {} },
});

it("shares weekends by the size of the position, and nights among those who work them", () => {
  // from Friday to Monday
  const people = [
    person("a", 100, ["N", "D", "D", ""], { "2027-01-01": "-2" }),
    person("b", 50, ["", "", "D", ""]),
  ];
  const shift = { name: "", start: "", end: "", minutes: 480 };
  const grid = {
    ...{ start: "2027-01-01", days: 4, red_days: { "2027-01-01": "x" }, people, coverage: [] },
    shifts: [{ ...shift, code: "D", kind: "day" }, { ...shift, code: "N", kind: "night" }],
  } as unknown as Grid;
  const [a, b] = sharesOf(grid);
  expect(a?.carried).toEqual({ weekends: 1, nights: 1, reds: 1 });
  expect(a?.fair.weekends).toBeCloseTo(4 / 3);
  expect(a?.fair.nights).toBe(1);
  expect(b?.fair.nights).toBe(0);
  expect([a?.wishes, a?.granted]).toEqual([1, 0]);
  expect(a?.off).toBe(120);
});
