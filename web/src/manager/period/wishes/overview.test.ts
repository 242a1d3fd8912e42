import { describe, expect, it } from "vitest";
import { blankPerson } from "../../unit/staff/person";
import { asked, rows, windowOf, type WishOf } from "./overview";

const period = { start: "2027-02-15", end: "2027-05-09", days: 84 };
const person = (id: string, name: string, dates: { first?: string; last?: string } = {}) => ({
  ...blankPerson("ward"),
  id,
  name,
  group: id < "c" ? "nurse" : "assistant",
  positions: [{ id: `${id}-1`, unit: "ward", percent: 100, full_time_hours: 35.5, three_part: false, ...dates }],
});
const wish = (date: string, source: WishOf["source"], strength: WishOf["strength"] = 2): WishOf => ({
  date,
  kind: "avoid",
  shifts: [],
  strength,
  reason: "",
  source,
});

describe("the wishes of a round", () => {
  const people = [
    person("b", "Bo"),
    person("a", "Anna"),
    person("c", "Cato"),
    person("d", "Dag", { last: "2027-02-14" }),
    person("e", "Eva", { first: "2027-03-01", last: "2027-03-31" }),
  ];

  it("are asked of those who hold a position in the period", () => {
    expect(asked(people, period).map((one) => one.id)).toEqual(["b", "a", "c", "e"]);
  });

  it("stand by group and name, and recurring ones are no answer", () => {
    const found = rows(
      people,
      [
        { person: "a", name: "Anna", wishes: [wish("2027-02-20", "wish", 3), wish("2027-02-25", "recurring")] },
        { person: "c", name: "Cato", wishes: [wish("2027-02-25", "recurring")] },
      ],
      period,
    );
    expect(found.map((row) => [row.name, row.answered, row.strong])).toEqual([
      ["Cato", false, 0],
      ["Eva", false, 0],
      ["Anna", true, 1],
      ["Bo", false, 0],
    ]);
  });

  it("are shown some weeks at a time", () => {
    expect(windowOf(period, 0, 4)).toHaveLength(28);
    expect(windowOf({ start: "2027-02-15", days: 32 }, 4, 4)).toEqual(["2027-03-15", "2027-03-16", "2027-03-17", "2027-03-18"]);
  });
});
