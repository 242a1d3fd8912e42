import { describe, expect, it } from "vitest";
import { bodyOf, isWhole, START } from "./useBridge";
import { barsOf } from "./bars";

describe("what the bridge is asked", () => {
  it("leaves out what belongs to another ground", () => {
    const settings = { split: 0.3, hours: 20_000, units: 40 };
    expect(bodyOf({ ...START, settings })).toEqual({ settings: { split: 0.3 } });
    expect(bodyOf({ ...START, ground: "own", settings })).toEqual({ settings });
    expect(bodyOf({ ...START, ground: "invented", settings })).toEqual({ settings: { split: 0.3 }, invented: 311 });
  });

  it("waits for what the ground needs", () => {
    expect(isWhole(START)).toBe(true);
    expect(isWhole({ ...START, ground: "own" })).toBe(false);
    expect(isWhole({ ...START, ground: "own", settings: { hours: 5 } })).toBe(true);
    expect(isWhole({ ...START, ground: "units" })).toBe(false);
  });
});

describe("the waterfall", () => {
  it("steps down from before to after without a gap", () => {
    const span = (low: number, high: number) => ({ low, high });
    const bars = barsOf({
      ...{ before: 33, by_automation: 12.5, by_coordination: 12.5, after: 8 },
      band: {
        ...{ before: span(33, 33), by_automation: span(5, 20) },
        ...{ by_coordination: span(5, 20), after: span(8, 8) },
      },
    });
    expect(bars.map((bar) => [bar.from, bar.to])).toEqual([
      [0, 33],
      [20.5, 33],
      [8, 20.5],
      [0, 8],
    ]);
    // a step's band is where it may end: measured from where it begins
    expect(bars.map((bar) => bar.band)).toEqual([null, [13, 28], null, null]);
  });
});
