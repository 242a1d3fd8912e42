import { describe, expect, it } from "vitest";
import { fits, typedNumber } from "./numbers";

describe("a typed number", () => {
  it.each([
    ["35,5", 35.5],
    ["35.5", 35.5],
    [" 1 200 ", 1200],
    ["−3", -3],
    ["", null],
    ["35,", NaN],
    ["abc", NaN],
  ])("is read from %j", (typed, number) => {
    expect(typedNumber(typed)).toEqual(number);
  });

  it("fits within its bounds", () => {
    expect(fits(35.5, 0, 48)).toBe(true);
    expect(fits(35.5, 0, 48, true)).toBe(false);
    expect(fits(null, 0, 48)).toBe(false);
    expect(fits(NaN, 0, 48)).toBe(false);
  });
});
