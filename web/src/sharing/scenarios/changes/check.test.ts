import { describe, expect, it } from "vitest";
import type { Materials, Of } from "../useScenarios";
import { blank, KINDS } from "./blank";
import { check } from "./check";
import { fromPercent, percentOf, shareOf } from "./shares";

const MATERIALS = {
  last: "2027-03-01",
  shifts: ["D", "V"],
  tasks: [{ id: "rostering" }],
} as unknown as Materials;

describe("a change", () => {
  it("is not kept before something is chosen, but for planning", () => {
    const faulty = KINDS.filter((kind) => Object.keys(check(blank(kind, MATERIALS), MATERIALS)).length > 0);
    expect(faulty).toEqual(KINDS.filter((kind) => kind !== "planning"));
  });

  it("gives new staff a code that the ward has not", () => {
    const added = blank("add_staff", MATERIALS) as Of<"add_staff">;
    expect(added.shift.code).toBe("W");
    expect(check({ ...added, group: "vert", shift: { ...added.shift, code: "D" } }, MATERIALS)).toEqual({
      code: "web.sharing.scenario.wrong.code_taken",
    });
    expect(check({ ...added, group: "vert", shift: { ...added.shift, end: "07:10" } }, MATERIALS)).toEqual({
      end: "web.sharing.scenario.wrong.quarter",
    });
  });

  it("reads shares as files write them", () => {
    expect([shareOf("0 25/50"), shareOf("0.25"), shareOf(1)]).toEqual([0.5, 0.25, 1]);
    expect([percentOf("0 1/3"), fromPercent(33.3), fromPercent(NaN)]).toEqual([33.3, "0.333", ""]);
  });
});
