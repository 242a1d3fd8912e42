import { expect, it } from "vitest";
import { type Card, changedCells, compared, grouped, plain, type Term, weighedOtherwise } from "./terms";

const term = (name: string, points: number): Term => ({
  ...{ term: name, name, unit: "times", value: points, weight: 1, points, causes: [] },
});
const card = (terms: Term[]): Card => ({
  ...{ format: "helseturnus.card", version: 1, problem_name: "", problem_hash: "", total: 0 },
  ...{ terms, breaches: [], notices: [] },
});

it("groups goals and sums their points; unknown ones stand with the rules", () => {
  const groups = grouped([term("wishes", 3), term("shortage", 5), term("fairness", 4), term("new", 1)]);
  expect(groups.map(({ group, points }) => [group, points])).toEqual([["cover", 5], ["people", 7], ["rules", 1]]);
});

it("reads minutes as hours and steps of cost as kroner", () => {
  expect(plain("shortage", 90)).toEqual({ kind: "hours", value: 1.5 });
  expect(plain("cost", 7)).toEqual({ kind: "kroner", value: 70 });
  expect(plain("single_days", 7)).toEqual({ kind: "unit", value: 7 });
});

it("lays two cards beside each other, what changed most first", () => {
  const changes = compared(card([term("a", 5), term("b", 9)]), card([term("a", 6), term("b", 1)]));
  expect(changes.map(({ term: name, change }) => [name, change])).toEqual([["b", -8], ["a", 1]]);
});

it("finds the cells that differ, whatever the order of two duties in one", () => {
  const before = [{ id: "p", name: "Per", cells: ["D", "A+N", ""] }];
  const after = [{ id: "p", name: "Per", cells: ["A", "N+A", ""] }];
  expect(changedCells(before, after)).toEqual([{ person: "p", name: "Per", day: 0, before: "D", after: "A" }]);
});

it("notices when two cards do not weigh alike", () => {
  const one = card([term("a", 5)]);
  expect(weighedOtherwise(one, card([term("a", 9)]))).toBe(false);
  expect(weighedOtherwise(one, card([{ ...term("a", 5), weight: 4 }]))).toBe(true);
});
