import { expect, it } from "vitest";
import { changed, compared, type PreviewDay } from "./changes";

const day = (shifts: string[], before: string[] | null): PreviewDay => ({
  date: "2027-01-04",
  shifts,
  before,
  code: "",
  wish: "",
});

it("tells days that are others than in the draft before", () => {
  expect(changed(day(["D"], ["A"]))).toBe(true);
  expect(changed(day([], ["A"]))).toBe(true);
  expect(changed(day(["D", "N"], ["N", "D"]))).toBe(false);
  expect(changed(day(["D"], null))).toBe(false);
});

it("knows when there was no draft before", () => {
  expect(compared([day(["D"], null)])).toBe(false);
  expect(compared([day(["D"], [])])).toBe(true);
});
