import { expect, it } from "vitest";
import { findings, notice } from "./summary";

const grid = (hard: number, have: number[]) =>
  ({
    people: [],
    coverage: [{ id: "r", name: "r", shifts: ["D"], have, minimum: have.map(() => 1), target: have.map(() => 2) }],
    verdict: { points: 1, hard, breaches: [], cost_ore: null },
  }) as unknown as Parameters<typeof findings>[0]["grid"];

const facts = { unanswered: 0, signed: true, start: "2027-02-15", today: "2027-02-01" };

it("lets a roster out that is lawful, known in time, discussed and covered", () => {
  const told = findings({ ...facts, grid: grid(0, [2, 2]) });
  expect(told.every(({ weight }) => weight === "fine")).toBe(true);
});

it("stops at breaches, and heeds what is thin, unsaid or unsigned", () => {
  const told = findings({ ...facts, grid: grid(3, [0, 1, 2]), unanswered: 2, signed: false });
  expect(told.map(({ check, weight, count }) => [check, weight, count])).toEqual([
    ["hard", "stop", 3],
    ["under", "heed", 1],
    ["short", "heed", 1],
    ["comments", "heed", 2],
    ["protocol", "heed", 0],
    ["notice", "fine", 14],
  ]);
});

it("counts the notice from today to the first day", () => {
  expect(notice("2027-02-15", "2027-02-01")).toEqual({ days: 14, late: false });
  expect(notice("2027-02-15", "2027-02-02")).toEqual({ days: 13, late: true });
});
