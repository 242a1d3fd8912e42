import { describe, expect, it } from "vitest";
import { type Given, numbersIn, parts, wrongIn } from "./given";

const whole: Given = {
  ...{ person: "n1", task: "medication_round", forms: "tabletter", residents: "3, 7" },
  ...{ first: null, last: "2027-06-30", signed_by: "Leder", signed_on: "2027-01-04" },
};

describe("a delegation that is written in a form", () => {
  it("has lists with commas or lines between", () => {
    expect(parts(" tabletter, plaster;\nmikstur, ")).toEqual(["tabletter", "plaster", "mikstur"]);
    expect(numbersIn("3, 7")).toEqual([3, 7]);
    expect(numbersIn("")).toEqual([]);
  });

  it("names no residents", () => {
    for (const name of ["Kari", "3, Ola", "0", "-1", "10000"]) expect(numbersIn(name)).toBeNull();
  });

  it("tells all that is wrong at once", () => {
    expect(wrongIn(whole)).toEqual(new Set());
    const empty = { ...whole, person: "", task: "", residents: "Kari", last: null, signed_by: " ", signed_on: null };
    expect(wrongIn(empty)).toEqual(new Set(["person", "task", "residents", "last", "signed_by", "signed_on"]));
    expect(wrongIn({ ...whole, first: "2027-07-01" })).toEqual(new Set(["order"]));
    expect(wrongIn({ ...whole, last: "2026-12-31" })).toEqual(new Set(["order"]));
  });
});
