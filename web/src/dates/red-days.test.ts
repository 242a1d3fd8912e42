import { describe, expect, it } from "vitest";
import { easterSunday, redDay, redDays } from "./red-days";

describe("red days", () => {
  it("finds Easter", () => {
    expect(easterSunday(2024)).toBe("2024-03-31");
    expect(easterSunday(2025)).toBe("2025-04-20");
    expect(easterSunday(2026)).toBe("2026-04-05");
    expect(easterSunday(2027)).toBe("2027-03-28");
    expect(easterSunday(2038)).toBe("2038-04-25");
  });

  it("has the twelve of a Norwegian year, fewer where two fall together", () => {
    expect(redDays(2026).size).toBe(12);
    expect(redDay("2026-05-14")).toBe("web.redday.ascension");
    expect(redDay("2026-12-24")).toBeUndefined();
    expect(redDays(2027).size).toBe(11);
    expect(redDay("2027-05-17")).toBe("web.redday.may_17");
  });
});
