import { describe, expect, it } from "vitest";
import type { Schemas } from "../../api/client";
import { hardOf, termChanges } from "./terms";

const term = (name: string, value: number, points: number) => ({
  ...{ term: name, name, unit: "days", value, weight: 1, points },
});
const card = (terms: object[], breaches: object[] = []) =>
  ({ terms, breaches, total: 0 }) as unknown as Schemas["ScoreCard"];

describe("two score cards", () => {
  it("are set beside each other goal by goal, leaving out what neither touches", () => {
    const before = card([term("wishes", 3, 30), term("cost", 0, 0), term("hours", 5, 5)]);
    const after = card([term("wishes", 1, 10), term("cost", 0, 0), term("single_days", 2, 8)]);
    expect(termChanges(before, after)).toMatchObject([
      { term: "wishes", before: 3, after: 1, pointsBefore: 30, pointsAfter: 10 },
      { term: "hours", before: 5, after: 0, pointsAfter: 0 },
      { term: "single_days", before: 0, after: 2, pointsBefore: 0, pointsAfter: 8 },
    ]);
  });

  it("count breaches that bind", () => {
    expect(hardOf(card([], [{ hard: true }, { hard: false }]))).toBe(1);
  });
});
