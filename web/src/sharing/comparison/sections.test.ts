import { describe, expect, it } from "vitest";
import { partsOfDay, sectioned } from "./sections";
import type { Alternative } from "./useComparisons";

const alternative = (id: string, measures: [string, string][]) =>
  ({ id, measures: measures.map(([measure, section]) => ({ id: measure, name: measure, section })) }) as unknown as Alternative;

describe("a comparison's table", () => {
  it("has each measure once, with a gap where an alternative lacks it", () => {
    const zero = alternative("zero", [["points", "points"], ["fte", "staff"]]);
    const hosts = alternative("hosts", [["fte", "staff"], ["fte.host", "staff"]]);
    const told = sectioned([zero, hosts]).map(({ section, rows }) => [
      section,
      rows.map((row) => [row.id, row.measures.map((one) => Boolean(one))]),
    ]);
    expect(told).toEqual([
      ["points", [["points", [true, false]]]],
      ["staff", [["fte", [true, true]], ["fte.host", [false, true]]]],
    ]);
  });

  it("loses no hour of the day", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    expect(partsOfDay(hours).reduce((sum, part) => sum + part.hours, 0)).toBe(276);
  });
});
