import { expect, test } from "vitest";
import type { Band } from "./useForecast";
import { ticks, usual } from "./usual";

const band = (low_50: number, high_50: number, low_80: number, high_80: number): Band => ({
  ...{ date: "2027-01-04", planned: 20, mean: 2, median: 2, low_95: 0, high_95: 9 },
  ...{ low_50, high_50, low_80, high_80 },
});

test("what is usual is told of the first two weeks, in whole shifts", () => {
  const near = Array.from({ length: 14 }, () => band(1, 3, 0, 4.4));
  const far = Array.from({ length: 14 }, () => band(9, 9, 9, 9));
  expect(usual([...near, ...far])).toEqual({ low: 1, high: 3, least: 0, most: 5 });
  expect(usual([])).toBeUndefined();
});

test("the axis has whole steps and holds the most", () => {
  expect(ticks(3.2)).toEqual([0, 1, 2, 3, 4]);
  expect(ticks(0)).toEqual([0, 1]);
  expect(ticks(23).at(-1)).toBeGreaterThanOrEqual(23);
});
