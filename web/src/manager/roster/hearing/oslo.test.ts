import { expect, it } from "vitest";
import { momentAt, wallTime } from "./oslo";

it.each([
  ["2027-01-10T12:00", "2027-01-10T11:00:00.000Z"],
  ["2027-07-10T12:00", "2027-07-10T10:00:00.000Z"],
  ["2027-03-28T03:30", "2027-03-28T01:30:00.000Z"],
  ["2027-10-31T04:00", "2027-10-31T03:00:00.000Z"],
])("knows that a Norwegian wall shows %s at %s", (shown, moment) => {
  expect(momentAt(shown)).toBe(moment);
  expect(wallTime(new Date(moment))).toBe(shown);
});

it("takes nothing else for a time", () => {
  expect(momentAt("")).toBeNull();
  expect(momentAt("tomorrow")).toBeNull();
});
