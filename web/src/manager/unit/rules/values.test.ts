import { describe, expect, it } from "vitest";
import type { NormValue } from "./useNorms";
import { clock, inShortage, isLooser, ownValue, settingOrNone, typedOf } from "./values";

const rest: NormValue = {
  value: "minimum",
  unit: "minutes",
  sense: "at_least",
  form: "number",
  least: 0,
  most: 1_000_000,
  held: 660,
  usual: 660,
  own: false,
  paragraph: "AML § 10-8",
  link: "",
  authority: "law",
  level: "L0",
  agreement: null,
};

describe("a rule's own value", () => {
  it("is typed in hours and kept in minutes", () => {
    expect(ownValue(rest, "11,5")).toBe(690);
    expect(typedOf(rest, 690)).toBe("11,5");
    expect(ownValue(rest, " ")).toBeUndefined();
    expect(ownValue(rest, "ja")).toBeNull();
    expect(ownValue({ ...rest, most: 60 }, "2")).toBeNull();
  });

  it("is typed in per cent, as a time, as yes or no, or as patterns", () => {
    expect(ownValue({ ...rest, unit: "per mille" }, "4")).toBe(40);
    expect(ownValue({ ...rest, unit: "clock" }, "21:30")).toBe(1290);
    expect(clock(1290)).toBe("21:30");
    expect(ownValue({ ...rest, form: "truth" }, "no")).toBe(false);
    const patterns = { ...rest, form: "list" as const };
    expect(ownValue(patterns, "N D\nA D\n")).toEqual([["N", "D"], ["A", "D"]]);
    expect(typedOf(patterns, [["N", "D"]])).toBe("N D");
  });

  it("is looser when it allows what the law forbids", () => {
    expect(isLooser(rest, 600)).toBe(true);
    expect(isLooser(rest, 700)).toBe(false);
    expect(isLooser({ ...rest, sense: "at_most" }, 700)).toBe(true);
  });

  it("is none where a setting changes nothing", () => {
    const plain = { rule: "runs", mode: "hard" as const, price: 0, reason: "", values: {} };
    expect(settingOrNone(plain)).toBeUndefined();
    expect(settingOrNone({ ...plain, mode: "off", reason: "trial" })).toBeDefined();
  });
});

describe("a goal", () => {
  it("is told in minutes of missing staffing", () => {
    expect(inShortage(60, 4)).toBe(15);
    expect(inShortage(60, 0)).toBeNull();
  });
});
