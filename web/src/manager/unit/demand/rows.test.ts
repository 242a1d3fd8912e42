import { describe, expect, it } from "vitest";
import { blankRow, checkRow, wantedOn, weekly } from "./rows";

const day = { ...blankRow("ward"), id: "dag", name: "Dag", shifts: ["D"], minimum: 6, target: 8, weekdays: [1, 2, 3, 4, 5] };

describe("a row of the staffing plan", () => {
  it("tells how many it wants on a weekday", () => {
    expect(wantedOn(day, 1)).toEqual({ minimum: 6, target: 8 });
    expect(wantedOn(day, 6)).toBeNull();
    expect(wantedOn({ ...day, only_dates: ["2027-03-25"] }, 1)).toBeNull();
  });

  it("is weekly unless it is for single dates or a curve", () => {
    const easter = { ...day, id: "easter", only_dates: ["2027-03-25"] };
    const curve = { ...day, id: "curve", shifts: [], curve: [{ start: "07:00", end: "15:00", minimum: 1, target: 2 }] };
    expect(weekly([day, easter, curve])).toEqual([day]);
  });

  it("is checked before it is sent", () => {
    expect(checkRow(day)).toEqual({});
    const odd = { ...day, name: "", shifts: [], minimum: 9, weekdays: [], maximum: 7 };
    expect(Object.keys(checkRow(odd)).sort()).toEqual(["maximum", "name", "shifts", "target", "weekdays"]);
    const curve = { ...day, shifts: [], curve: [{ start: "07:10", end: "15:00", minimum: 1, target: 2 }] };
    expect(checkRow(curve)).toEqual({ "curve.0": "web.manager.wrong.quarter" });
  });
});
