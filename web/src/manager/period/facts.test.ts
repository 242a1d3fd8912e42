import { describe, expect, it } from "vitest";
import { SPRING } from "../../periods/sample";
import { checkPeriod, endOf, openDays, proposed, publishBy, told, typed } from "./facts";


describe("a period's facts", () => {
  it("are typed in weeks and as on the wall, and told as they were", () => {
    const facts = typed(SPRING);
    expect(facts).toMatchObject({ weeks: 12, wishesFrom: "2026-11-20T08:00", wishesTo: "2026-12-10T12:00" });
    expect(told(facts, SPRING.weights)).toEqual({
      name: "Vår 2027",
      start: "2027-02-15",
      days: 84,
      wishes_from: "2026-11-20T07:00:00.000Z",
      wishes_to: "2026-12-10T11:00:00.000Z",
      comments_to: null,
      most_wishes: 12,
      most_strong: 3,
      weights: { wishes: 70 },
    });
    expect(endOf(facts)).toBe("2027-05-09");
    expect(publishBy(facts.start)).toBe("2027-02-01");
    expect(openDays(facts)).toBe(21);
  });

  it("are proposed straight after the last period", () => {
    const next = proposed([SPRING], "2026-11-22");
    expect(next).toMatchObject({ start: "2027-05-10", weeks: 12, mostWishes: 12 });
    expect(next.wishesTo).toBe("2027-03-15T12:00");
    expect(proposed([], "2026-11-22").start).toBe("2027-02-01");
  });

  it("are checked: name, overlap, quota and order", () => {
    expect(checkPeriod({ ...typed(SPRING), name: "Sommer" }, [])).toEqual({});
    const odd = { ...typed(SPRING), mostStrong: 13, wishesTo: "2026-11-01T12:00", weeks: 54 };
    expect(Object.keys(checkPeriod(odd, [])).sort()).toEqual(["mostStrong", "weeks", "wishesTo"]);
    const twice = checkPeriod(typed(SPRING), [SPRING]);
    expect(twice).toEqual({ name: "web.manager.wrong.period.name", start: "web.manager.wrong.period.overlap" });
    expect(checkPeriod({ ...typed(SPRING), name: "Kort", weeks: 5.5 }, []).weeks).toBe("web.manager.wrong.weeks");
  });
});
