import { describe, expect, it } from "vitest";
import { currentPeriod, type Publication, standingOf } from "./standing";

const period = { start: "2027-05-03", publish_by: "2027-04-19" };
const publication = (number: number, days_ahead: number, reason = ""): Publication => ({
  ...{ id: `p${number}`, period: "p", draft: "d", hash: "h", at: "2027-04-01T10:00:00Z" },
  source: "draft",
  ...{ takes_effect: period.start, number, days_ahead, reason },
});

describe("how a period stands", () => {
  it.each([
    ["2027-04-09", { kind: "ahead", days: 10 }],
    ["2027-04-19", { kind: "ahead", days: 0 }],
    ["2027-04-20", { kind: "late", days: 1 }],
    ["2027-05-03", { kind: "begun" }],
  ])("on %s without a roster", (today, standing) => {
    expect(standingOf(period, [], today)).toEqual(standing);
  });

  it("was published in time fourteen days ahead, and late one day after", () => {
    expect(standingOf(period, [publication(1, 14)], "2027-06-01")).toMatchObject({ onTime: true });
    expect(standingOf(period, [publication(1, 13, "sykdom")], "2027-06-01")).toEqual({
      ...{ kind: "published", onTime: false, daysAhead: 13, reason: "sykdom" },
    });
  });

  it("is judged by the first publication, not by a later change of it", () => {
    const both = [publication(2, 3), publication(1, 20)];
    expect(standingOf(period, both, "2027-05-20")).toMatchObject({ onTime: true, daysAhead: 20 });
  });
});

describe("the period that matters now", () => {
  it("is the first one without a roster, else the latest", () => {
    const one = { start: "2027-01-01", stage: "published" as const };
    const two = { start: "2027-03-01", stage: "preview" as const };
    const three = { start: "2027-05-01", stage: "setup" as const };
    expect(currentPeriod([three, two, one])).toBe(two);
    expect(currentPeriod([one, { ...two, stage: "published" as const }])?.start).toBe("2027-03-01");
    expect(currentPeriod([])).toBeUndefined();
  });
});
