import { expect, it } from "vitest";
import { type Goal, inWishes, levelsOf, pointsOf, presetOf, PRESETS, weightAt, weightsOf } from "./goals";

const GOALS: Goal[] = [
  { term: "shortage", unit: "minutes", weight: 4, usual: 4 },
  { term: "wishes", unit: "wish points", weight: 50, usual: 50 },
  { term: "hours", unit: "minutes", weight: 1, usual: 1 },
  { term: "stability", unit: "days", weight: 0, usual: 100 },
];

it("sends only weights that differ from those of the period", () => {
  expect(weightsOf(GOALS, {})).toEqual({});
  expect(weightsOf(GOALS, { wishes: "most", shortage: "off" })).toEqual({ wishes: 200, shortage: 0 });
});

it("never lets a goal vanish by rounding, nor comes back from nothing", () => {
  expect(weightAt(1, "less")).toBe(1);
  expect(weightAt(0, "most")).toBe(0);
  expect(weightAt(90_000, "most")).toBe(100_000);
});

it("offers the levels that make a difference", () => {
  expect(levelsOf(1)).toEqual(["off", "usual", "more", "most"]);
  expect(levelsOf(0)).toEqual(["usual"]);
  expect(levelsOf(60)).toEqual(["off", "less", "usual", "more", "most"]);
});

it("tells an hour's shortage in ordinary wishes", () => {
  expect(pointsOf("shortage", 4)).toBe(240);
  expect(inWishes(240, 50)).toBeCloseTo(1.6);
  expect(inWishes(240, 0)).toBeNull();
});

it("knows a preset by its levels", () => {
  expect(presetOf({})).toBe("balanced");
  expect(presetOf({ ...PRESETS.wishes })).toBe("wishes");
  expect(presetOf({ wishes: "off" })).toBeUndefined();
});
