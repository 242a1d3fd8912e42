import { expect, it } from "vitest";
import { dutiesOf, tapped } from "./useDraftLine";

it("puts the shift on a day, changes it, and takes it away at the second tap", () => {
  const once = tapped({}, "2027-01-05", "D");
  expect(once).toEqual({ "2027-01-05": "D" });
  expect(tapped(once, "2027-01-05", "N")).toEqual({ "2027-01-05": "N" });
  expect(tapped(once, "2027-01-05", "D")).toEqual({});
  expect(tapped(once, "2027-01-05", "")).toEqual({});
});

it("hands duties in by date", () => {
  const line = { "2027-01-09": "N", "2027-01-05": "D" };
  expect(dutiesOf(line).map(({ date }) => date)).toEqual(["2027-01-05", "2027-01-09"]);
});
