import { describe, expect, it } from "vitest";
import { marksOf, onCell, outcome } from "./breaches";
import { coverageRows, gravest, level, split } from "./coverage";
import { addDays, dateNames, dayFacts, weekOf } from "./dates";
import { filtered, isOn, NO_FILTERS } from "./filters";
import { breach, PEOPLE, START } from "./samples";
import { sheets } from "./sheets";
import { scrolledTo, weekStarts, windowOf } from "./windowing";
import { signed, wishParts } from "./words";

describe("dates", () => {
  it("count ISO weeks over the new year", () => {
    expect(["2026-12-31", "2027-01-01", "2027-01-04"].map(weekOf)).toEqual([53, 53, 1]);
  });

  it("do not stumble over summer time", () => {
    expect(addDays("2027-03-27", 2)).toBe("2027-03-29");
  });

  it("know weekends and red days", () => {
    const days = dayFacts("2027-03-24", 6, { "2027-03-25": "Skjærtorsdag" });
    expect(days.map((day) => day.weekStart)).toEqual([true, false, false, false, false, true]);
    expect(days[1]?.red).toBe("Skjærtorsdag");
    const names = dateNames(days, (key, values) => [key, ...Object.values(values ?? {})].join(" "));
    const [weekday, month] = ["web.grid.weekday.4", "web.grid.month.3"];
    expect(names[1]?.long).toBe(`web.grid.date.long ${weekday} 25 ${month}`);
  });
});

describe("coverage", () => {
  it("has a level", () => {
    const levels = [level(1, 2, 3), level(2, 2, 3), level(3, 2, 3), level(4, 2, 3), level(0, 0, 0)];
    expect(levels).toEqual(["under", "short", "fine", "over", "none"]);
  });

  const row = (id: string, name: string, minimum: number[], shifts = ["D"]) => ({
    ...{ id, name, shifts, have: minimum.map(() => 1), minimum, target: minimum },
  });

  it("puts rows together that ask on other dates", () => {
    const rows = [row("d", "Dag", [2, 0]), row("h", "Dag helg", [0, 1]), row("s", "Vakt", [1, 1])];
    const found = coverageRows(rows);
    expect(found.map((one) => [one.name, one.minimum])).toEqual([
      ["Dag", [2, 1]],
      ["Vakt", [1, 1]],
    ]);
  });

  it("keeps rows apart that ask on the same date", () => {
    expect(coverageRows([row("d", "Dag", [2]), row("x", "Dag ekstra", [1])])).toHaveLength(2);
  });

  it("shows the rows that ask for most, and tells the rest together", () => {
    const rows = coverageRows([row("a", "A", [1]), row("b", "B", [5]), row("c", "C", [2])]);
    const [main, rest] = split(rows, 2);
    expect(main.map((one) => one.id)).toEqual(["b", "c"]);
    expect(gravest(rest, 0)).toEqual(["fine", 1]);
  });
});

describe("breaches", () => {
  it("mark the days of a person, hard over priced, long ones at the name", () => {
    const found = [
      breach({ last: "2027-02-16", hard: false }),
      breach({ first: "2027-02-16", last: "2027-02-16" }),
      breach({ last: "2027-03-30", text: "Long." }),
      breach({ person: null }),
    ];
    const marks = marksOf(found, START, new Map());
    const mine = marks.get("a");
    expect([...(mine?.days ?? [])]).toEqual([
      [0, "priced"],
      [1, "hard"],
    ]);
    expect([mine?.hard, mine?.priced, marks.size]).toEqual([2, 1, 1]);
    expect(marksOf(found, START, marks).get("a")).toBe(mine);
  });

  it("are new or mended", () => {
    const verdict = { points: 10, hard: 1, breaches: [breach()], cost_ore: null };
    const after = { points: 4, hard: 0, breaches: [breach({ text: "Other." })], cost_ore: null };
    const { points, added, mended } = outcome(verdict, after);
    expect([points, added[0]?.text, mended[0]?.text]).toEqual([-6, "Other.", "Too short."]);
  });

  it("are found on a cell", () => {
    expect(onCell([breach()], "a", START)).toHaveLength(1);
    expect(onCell([breach()], "a", "2027-02-16")).toEqual([]);
  });
});

describe("filters", () => {
  const ids = (more: Partial<typeof NO_FILTERS>, marks = new Map()) =>
    filtered(PEOPLE, { ...NO_FILTERS, ...more }, marks).map((one) => one.id);

  it("choose rows", () => {
    expect(ids({ name: " NAME b" })).toEqual(["b"]);
    expect(ids({ shift: "N" })).toEqual(["a"]);
    expect(ids({ breaches: true }, marksOf([breach()], START, new Map()))).toEqual(["a"]);
    expect(ids({ group: "other" })).toEqual([]);
    expect([isOn(NO_FILTERS), isOn({ ...NO_FILTERS, breaches: true })]).toEqual([false, true]);
  });
});

describe("the window", () => {
  const days = dayFacts("2027-02-15", 84, {});
  const starts = weekStarts(days);
  const sizes = { row: 28, day: 38, name: 262, head: 52, foot: 120 };

  it("holds all that is seen, in whole weeks", () => {
    const view = { top: 560, left: 800, width: 1400, height: 640 };
    const shown = windowOf(view, sizes, 60, 84, starts);
    expect(shown.top).toBeLessThanOrEqual(20);
    expect(shown.bottom).toBeGreaterThanOrEqual(37);
    expect([shown.left % 7, shown.right % 7]).toEqual([0, 0]);
    expect(shown.left * 38).toBeLessThanOrEqual(800);
    expect(shown.right * 38).toBeGreaterThanOrEqual(800 + 1400 - 262);
  });

  it("scrolls only as far as is needed", () => {
    const view = { top: 280, left: 380, width: 1400, height: 640 };
    expect(scrolledTo(view, sizes, 12, 12)).toEqual({ top: 280, left: 380 });
    expect(scrolledTo(view, sizes, 2, 3)).toEqual({ top: 56, left: 114 });
    expect(scrolledTo(view, sizes, 59, 83)).toEqual({ top: 60 * 28 - 468, left: 84 * 38 - 1138 });
  });

  it("prints whole weeks", () => {
    expect(sheets(days, 4)).toEqual([[0, 28], [28, 56], [56, 84]]);
    expect(sheets(dayFacts("2027-02-17", 10, {}), 1)).toEqual([[0, 5], [5, 10]]);
  });
});

describe("words", () => {
  it("sign numbers with a true minus", () => {
    expect([signed(0, "nb"), signed(-3, "nb", 1), signed(12.25, "en")]).toEqual([
      "±0",
      "−3,0",
      "+12.3",
    ]);
  });

  it("take wishes apart", () => {
    expect(wishParts("-3")).toEqual({ sign: "off", strength: 3, shifts: "" });
    expect(wishParts("+2D,A")).toEqual({ sign: "on", strength: 2, shifts: "D,A" });
  });
});
