import { describe, expect, it } from "vitest";
import {
  daysBetween,
  monday,
  monthWeeks,
  plusDays,
  plusMonths,
  today,
  weekday,
  weekendsOf,
  weekNumber,
} from "./dates";

describe("dates", () => {
  it("numbers weeks by ISO 8601 around the turn of a year", () => {
    expect(weekNumber("2026-12-31")).toBe(53);
    expect(weekNumber("2027-01-03")).toBe(53);
    expect(weekNumber("2027-01-04")).toBe(1);
    expect(weekNumber("2024-12-30")).toBe(1);
    expect(weekNumber("2023-01-01")).toBe(52);
  });

  it("goes over the clock changes without losing a day", () => {
    expect(plusDays("2027-03-28", 1)).toBe("2027-03-29");
    expect(plusDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysBetween("2027-03-01", "2027-04-01")).toBe(31);
  });

  it("finds Monday and weekday", () => {
    expect(monday("2026-11-22")).toBe("2026-11-16");
    expect(weekday("2026-11-22")).toBe(7);
    expect(monday("2026-11-16")).toBe("2026-11-16");
  });

  it("lays a month out by weeks from Monday", () => {
    const weeks = monthWeeks("2027-02-15");
    expect(weeks).toHaveLength(4);
    expect(weeks[0]?.days[0]).toBe("2027-02-01");
    const may = monthWeeks("2027-05-01");
    expect(may[0]?.days).toEqual([null, null, null, null, null, "2027-05-01", "2027-05-02"]);
    expect(may.at(-1)?.days[1]).toBeNull();
  });

  it("steps over years", () => {
    expect(plusMonths("2026-12-01", 1)).toBe("2027-01-01");
    expect(plusMonths("2027-01-31", -1)).toBe("2026-12-01");
  });

  it("counts a weekend once, however many of its days are worked", () => {
    expect(weekendsOf(["2026-11-21", "2026-11-22", "2026-11-29", "2026-11-25"])).toBe(2);
  });

  it("tells Norway's date, also when it is still yesterday in UTC", () => {
    expect(today(new Date("2026-11-21T23:30:00Z"))).toBe("2026-11-22");
  });
});
