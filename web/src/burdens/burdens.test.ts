import { describe, expect, it } from "vitest";
import { marksOf, placeOf, rosterOf, type Spread } from "./burdens";

const SPREAD: Spread = { burden: "night", people: 12, lower: 2, middle: 4, upper: 8 };

describe("a figure beside the ward's", () => {
  it("lies below, within or above the middle half, whose ends belong to it", () => {
    expect([1.9, 2, 8, 8.1].map((rate) => placeOf(rate, SPREAD))).toEqual(["less", "middle", "middle", "more"]);
  });

  it("keeps all marks on the strip, in their order", () => {
    const { from, middle, to, mine } = marksOf(20, SPREAD);
    expect([from, middle, to, mine].every((at) => at >= 0 && at <= 100)).toBe(true);
    expect(from < middle && middle < to && to < mine).toBe(true);
  });

  it("stays on the strip with a correction below nothing, and where all have nothing", () => {
    expect(marksOf(-3, SPREAD).mine).toBe(0);
    expect(marksOf(0, { ...SPREAD, lower: 0, middle: 0, upper: 0 })).toEqual({ from: 0, middle: 0, to: 0, mine: 0 });
  });
});

describe("the roster of a period", () => {
  it("is there once staff have been shown one", () => {
    expect(["setup", "drafting", "preview", "published"].map(rosterOf)).toEqual([
      undefined,
      undefined,
      "preview",
      "published",
    ]);
  });
});
