import { describe, expect, it } from "vitest";
import { byRule, figuresOf, gapsOf, type Breach, type Grid, nightsWorked, weekendsWorked } from "./figures";

const breach = (rule: string, hard: boolean, person = "a"): Breach => ({
  ...{ rule, name: rule, paragraph: "§ 10-8", link: "", hard, person, text: "" },
  ...{ first: "2027-01-08", last: "2027-01-08" },
});
const shift = (code: string, kind: string) => ({ code, name: code, kind, start: "", end: "", minutes: 450 });

// a Friday to the Tuesday after
const grid = {
  start: "2027-01-08",
  days: 5,
  people: [
    { id: "a", percent: 100, planned: 900, contract: 2130, cells: ["D", "N", "", "", "D"] },
    { id: "b", percent: 50, planned: 450, contract: 1065, cells: ["", "", "D+N", "", ""] },
  ],
  coverage: [
    { id: "r", name: "Dag", shifts: ["D"], have: [1, 0, 2, 3, 0], minimum: [2, 0, 1, 1, 0], target: [2, 0, 3, 2, 0] },
  ],
  shifts: [shift("D", "day"), shift("N", "night")],
  verdict: { points: 12, hard: 1, cost_ore: null, breaches: [breach("rest", true), breach("runs", false)] },
} as unknown as Grid;

describe("what a roster comes to", () => {
  it("adds up people, hours, coverage and breaches", () => {
    expect(figuresOf(grid)).toEqual({
      ...{ people: 2, posts: 1.5, planned: 1350, contract: 3195, duties: 4 },
      coverage: { under: 1, short: 1, fine: 0, over: 1, none: 2 },
      ...{ hard: 1, priced: 1, points: 12 },
    });
  });

  it("tells where too few are planned, the gravest first", () => {
    const gaps = gapsOf(grid, new Set(["under", "short"]));
    expect(gaps.map(({ date, level, have }) => [date, level, have])).toEqual([
      ["2027-01-08", "under", 1],
      ["2027-01-10", "short", 2],
    ]);
  });

  it("counts a Saturday and its Sunday as one weekend, and nights in double duties", () => {
    expect(weekendsWorked(grid, ["D", "N", "D", "", "D"])).toBe(1);
    expect(weekendsWorked(grid, ["D", "", "", "D", "D"])).toBe(0);
    expect(nightsWorked(grid, grid.people[1]?.cells ?? [])).toBe(1);
  });
});

describe("breaches by rule", () => {
  it("puts those that bind hard first, then the most frequent", () => {
    const found = byRule([
      ...[breach("runs", false), breach("weekends", false), breach("weekends", false, "b")],
      breach("rest", true),
    ]);
    expect(found.map(({ rule, breaches }) => [rule, breaches.length])).toEqual([
      ["rest", 1],
      ["weekends", 2],
      ["runs", 1],
    ]);
  });
});
