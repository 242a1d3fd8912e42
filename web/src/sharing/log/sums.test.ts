import { describe, expect, it } from "vitest";
import { type Cell, stacked, sumBy } from "./sums";

const cells: Cell[] = [
  { task: "care", group: "a", hour: 7, minutes: 30 },
  { task: "care", group: "b", hour: 7, minutes: 15 },
  { task: "laundry", group: "a", hour: 7, minutes: 5 },
  { task: "care", group: "a", hour: 23, minutes: 60 },
];

describe("minutes of a time log", () => {
  it("add up by any key", () => {
    expect(sumBy(cells, (cell) => cell.task)).toEqual(new Map([["care", 105], ["laundry", 5]]));
  });

  it("are laid on top of each other hour by hour, and none is lost", () => {
    const hours = stacked(cells, ["a", "b"]);
    expect(hours[7]).toEqual([
      { group: "a", from: 0, minutes: 35 },
      { group: "b", from: 35, minutes: 15 },
    ]);
    expect(hours.flat().reduce((sum, part) => sum + part.minutes, 0)).toBe(110);
  });
});
