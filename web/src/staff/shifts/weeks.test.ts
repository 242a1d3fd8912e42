import { describe, expect, it } from "vitest";
import { byDate, type MyShifts } from "./useMyShifts";
import { weeksFrom } from "./weeks";

const shift = (date: string, start = "07:30") => ({
  date,
  shift: "D",
  name: "Dag",
  kind: "day",
  start,
  end: "15:00",
  minutes: 450,
});

describe("weeks", () => {
  it("groups coming days by week, with codes, in order", () => {
    const mine: MyShifts = {
      unit: "u",
      person: "p",
      shifts: [shift("2026-11-30"), shift("2026-11-27", "15:00"), shift("2026-11-27"), shift("2026-11-20")],
      off: [{ date: "2026-11-29", code: "F1" }],
    };
    const weeks = weeksFrom(byDate(mine).values(), "2026-11-22");
    expect(weeks.map((week) => [week.monday, week.minutes])).toEqual([
      ["2026-11-23", 900],
      ["2026-11-30", 450],
    ]);
    const midweek = weeksFrom(byDate(mine).values(), "2026-11-28")[0];
    expect(midweek).toMatchObject({ minutes: 900, days: [{ date: "2026-11-29" }] });
    expect(weeks[0]?.days[0]?.shifts.map((one) => one.start)).toEqual(["07:30", "15:00"]);
    expect(weeks[0]?.days[1]?.off).toEqual(["F1"]);
  });
});
