import { describe, expect, it } from "vitest";
import { intent, type Pressed, type Standing } from "./keys";
import { led, moved, selected, START, within } from "./selection";
import { commandOf, typed, TYPING_MS } from "./typing";

const extent = { people: 60, coverage: 5, days: 84, page: 15 };
const standing: Standing = {
  ...{ selection: START, extent, codes: ["D", "D2", "A", "N"], readOnly: false },
  ...{ now: 1000, last: null, current: "" },
};
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrl: false, shift: false, alt: false },
  ...more,
});
const does = (pressed: Pressed, more: Partial<Standing> = {}) =>
  intent(pressed, { ...standing, ...more })?.does;

describe("going", () => {
  const from = { row: 30, day: 40 };
  it.each([
    ["ArrowLeft", false, { row: 30, day: 39 }],
    ["ArrowRight", true, { row: 30, day: 47 }],
    ["Home", false, { row: 30, day: 0 }],
    ["End", false, { row: 30, day: 83 }],
    ["Home", true, { row: 0, day: 0 }],
    ["End", true, { row: 59, day: 83 }],
    ["PageUp", false, { row: 15, day: 40 }],
    ["PageDown", false, { row: 45, day: 40 }],
  ])("%s with Ctrl %s", (key, ctrl, to) => {
    expect(led(from, { key, ctrl, shift: false }, extent)).toEqual(to);
  });

  it("stops at the name, and at the last coverage row", () => {
    expect(led({ row: 0, day: -1 }, press("ArrowLeft"), extent)?.day).toBe(-1);
    expect(led({ row: 64, day: 0 }, press("ArrowDown"), extent)?.row).toBe(64);
  });
});

describe("selecting", () => {
  it("extends from the anchor, over people only", () => {
    const now = moved(moved(START, { row: 58, day: 2 }, false), { row: 59, day: 4 }, true);
    expect(selected(now, 60)).toEqual({ top: 58, bottom: 59, left: 2, right: 4 });
    expect(selected(moved(START, { row: 61, day: 0 }, false), 60)).toBeNull();
    expect(selected(moved(START, { row: 1, day: -1 }, false), 60)).toBeNull();
  });

  it("stays inside a smaller grid", () => {
    const now = within(moved(START, { row: 50, day: 3 }, false), { ...extent, people: 2 });
    expect(now.active.row).toBe(6);
    expect(within(START, extent)).toBe(START);
  });
});

describe("keys", () => {
  it.each([
    [press("Delete"), "clear"],
    [press("m"), "pick"],
    [press("x", { ctrl: true }), "pick"],
    [press("s"), "swap"],
    [press("l"), "lock"],
    [press("z", { ctrl: true }), "undo"],
    [press("Z", { ctrl: true, shift: true }), "redo"],
    [press("y", { ctrl: true }), "redo"],
    [press("v", { ctrl: true }), "paste"],
    [press("Enter"), "menu"],
    [press("?", { shift: true }), "help"],
    [press("Escape"), "escape"],
    [press("d"), "assign"],
    [press("ArrowDown", { shift: true }), "go"],
  ])("%o", (pressed, expected) => {
    expect(does(pressed)).toBe(expected);
  });

  it("put down what is carried", () => {
    const area = { top: 0, bottom: 0, left: 0, right: 0 };
    const selection = { ...START, carried: { area, how: "move" as const } };
    expect(does(press("Enter"), { selection })).toBe("put");
  });

  it("leave the rest to the browser", () => {
    expect(does(press("q"))).toBeUndefined();
    expect(does(press("F5"))).toBeUndefined();
    expect(does(press("ArrowLeft", { alt: true }))).toBeUndefined();
  });

  it("change nothing when the draft can only be read", () => {
    for (const key of ["d", "Delete", "Enter", "m", "l"])
      expect(does(press(key), { readOnly: true })).toBeUndefined();
  });
});

describe("typed letters", () => {
  const codes = ["D", "D2", "A", "N"];

  it("take the first code, then the next one", () => {
    const one = typed(codes, "d", 0, null, "");
    expect(one?.code).toBe("D");
    const two = typed(codes, "d", 100, one, "D");
    expect(two?.code).toBe("D2");
    expect(typed(codes, "d", 200, two, "D2")?.code).toBe("D");
  });

  it("spell a longer code", () => {
    const one = typed(codes, "d", 0, null, "");
    expect(typed(codes, "2", 100, one, "D")?.code).toBe("D2");
    expect(typed(codes, "2", TYPING_MS + 1, one, "D")).toBeNull();
  });

  it("go on from the code in the cell", () => {
    expect(typed(codes, "d", 0, null, "D")?.code).toBe("D2");
  });

  it("are commands unless a code begins with them; with Shift always", () => {
    expect(commandOf("l", false, codes)).toBe("l");
    expect(commandOf("l", false, ["LV"])).toBeNull();
    expect(commandOf("L", true, ["LV"])).toBe("l");
  });
});
