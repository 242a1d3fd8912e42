import { describe, expect, it } from "vitest";
import { above, carriedOf, detail, type Entry, type Row, sorted } from "./rows";

const entry = (more: Partial<Entry>): Entry => ({
  burden: "night",
  before: 0,
  here: 0,
  credit: 0,
  after: 0,
  share: null,
  ...more,
});
const row = (name: string, size: number, night: Partial<Entry>): Row => ({
  id: name,
  name,
  size,
  fresh: false,
  entries: new Map([["night", entry(night)]]),
});

describe("who is above the share", () => {
  it("is told by this roster's duties alone, and never without a share", () => {
    expect(above(entry({ here: 5, share: 3, before: 40 }))).toBe(2);
    expect(above(entry({ here: 2, share: 3 }))).toBe(0);
    expect(above(entry({ here: 9 }))).toBe(0);
  });
});

describe("figures per full-time post", () => {
  it("make part-timers comparable", () => {
    const half = row("Per", 50, { after: 4 });
    expect(detail(half, half.entries.get("night"), "per_post")).toBe(8);
  });
});

describe("burdens that are told", () => {
  it("are those of which anybody has something, or a share", () => {
    const idle = row("Kari", 100, {});
    expect(carriedOf([idle])).toEqual([]);
    expect(carriedOf([idle, row("Per", 50, { share: 1 })])).toEqual(["night"]);
  });
});

describe("sorting", () => {
  const rows = [row("Åse", 100, { after: 2 }), row("Kari", 100, { after: 9 }), row("Per", 50, { after: 2 })];

  it("puts who has carried most first, and equals by name", () => {
    expect(sorted(rows, "all", "night", true).map(({ name }) => name)).toEqual(["Kari", "Per", "Åse"]);
  });

  it("goes by the number of the burden that was chosen", () => {
    expect(sorted(rows, "night", "per_post", true).map(({ name }) => name)).toEqual(["Kari", "Per", "Åse"]);
    expect(sorted(rows, "night", "name", false).map(({ name }) => name)).toEqual(["Kari", "Per", "Åse"]);
  });
});
