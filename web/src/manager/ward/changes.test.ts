import { describe, expect, it } from "vitest";
import { fitted, same } from "./changes";

interface Item {
  id: string;
  name: string;
  last?: string | null;
}
const keyOf = (item: Item) => item.id;
const anna: Item = { id: "a", name: "Anna" };
const bo: Item = { id: "b", name: "Bo" };

describe("saying the same", () => {
  it("does not mind the order of fields, or a null for a missing one", () => {
    expect(same({ a: 1, b: null }, { a: 1 })).toBe(true);
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});

describe("laying changes on a section", () => {
  it("changes, adds and removes one entry, and leaves the others", () => {
    const changed = { ...anna, name: "Anna Li" };
    expect(fitted([anna, bo], keyOf, [{ before: anna, after: changed }]).items).toEqual([changed, bo]);
    expect(fitted([anna], keyOf, [{ after: bo }]).items).toEqual([anna, bo]);
    expect(fitted([anna, bo], keyOf, [{ before: anna }]).items).toEqual([bo]);
  });

  it("keeps what somebody else changed elsewhere", () => {
    const theirs = { ...bo, name: "Bo Vik" };
    const mine = { ...anna, name: "Anna Li" };
    expect(fitted([anna, theirs], keyOf, [{ before: anna, after: mine }])).toEqual({
      items: [mine, theirs],
      clashes: [],
    });
  });

  it("tells when somebody else changed the same entry, and shows theirs", () => {
    const theirs = { ...anna, name: "Anna Berg" };
    const mine = { ...anna, name: "Anna Li" };
    const fit = fitted([theirs], keyOf, [{ before: anna, after: mine }]);
    expect(fit).toEqual({ items: [theirs], clashes: [{ before: theirs, after: mine }] });
    expect(fitted([theirs], keyOf, fit.clashes).items).toEqual([mine]);
  });

  it("tells when the entry is gone, and can put it back", () => {
    const mine = { ...anna, name: "Anna Li" };
    const fit = fitted([bo], keyOf, [{ before: anna, after: mine }]);
    expect(fit.clashes).toEqual([{ before: undefined, after: mine }]);
    expect(fitted([bo], keyOf, fit.clashes).items).toEqual([bo, mine]);
  });

  it("does not add under a name that is taken", () => {
    expect(fitted([anna], keyOf, [{ after: { id: "a", name: "Anders" } }]).clashes).toHaveLength(1);
    expect(fitted([anna, bo], keyOf, [{ before: anna, after: { ...anna, id: "b" } }]).clashes).toHaveLength(1);
  });

  it("lets a change pass that stands there already, as after a lost answer", () => {
    expect(fitted([anna], keyOf, [{ after: { ...anna, last: null } }])).toEqual({ items: [anna], clashes: [] });
    expect(fitted([bo], keyOf, [{ before: anna }])).toEqual({ items: [bo], clashes: [] });
  });
});
