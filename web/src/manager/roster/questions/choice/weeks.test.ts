import { expect, it } from "vitest";
import { datesOf, weeksOf } from "./weeks";

it("cuts the weeks of a period at its ends", () => {
  const weeks = weeksOf("2027-01-06", "2027-01-19");
  expect(weeks.map(({ first, last, number }) => [first, last, number])).toEqual([
    ["2027-01-06", "2027-01-10", 1],
    ["2027-01-11", "2027-01-17", 2],
    ["2027-01-18", "2027-01-19", 3],
  ]);
});

it("names every date of the weeks that are chosen", () => {
  const [, , last] = weeksOf("2027-01-06", "2027-01-19");
  expect(datesOf(last ? [last] : [])).toEqual(["2027-01-18", "2027-01-19"]);
});
