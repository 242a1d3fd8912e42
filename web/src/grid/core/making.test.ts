import { describe, expect, it } from "vitest";
import { toEdit } from "./cells";
import { assign, block, copied, move, paste, spots, toggleLock, type Made } from "./making";
import { PEOPLE, START } from "./samples";

const at = (row: number, day: number) => ({ row, day });
const cell = (row: number, day: number) => block(at(row, day), at(row, day));
const told = (made: Made) =>
  Object.fromEntries(made.cells.map((one) => [`${one.person}${one.day}`, one.after.code]));

describe("assign", () => {
  it("sets a code and spares locked cells", () => {
    const made = assign(PEOPLE, START, block(at(0, 0), at(2, 0)), "N");
    expect(told(made)).toEqual({ a0: "N", b0: "N" });
    expect(made.locked).toBe(1);
  });

  it("makes nothing of what stands there already", () => {
    expect(assign(PEOPLE, START, cell(0, 0), "D").cells).toEqual([]);
  });

  it("clears with the empty code", () => {
    expect(assign(PEOPLE, START, cell(0, 0), "").kind).toBe("clear");
  });
});

describe("move", () => {
  it("leaves a free cell behind", () => {
    const made = move(PEOPLE, START, cell(0, 0), at(1, 0));
    expect([made.kind, told(made)]).toEqual(["move", { a0: "", b0: "D" }]);
  });

  it("swaps with a filled cell, so that no shift is lost", () => {
    const made = move(PEOPLE, START, cell(0, 1), at(1, 1));
    expect([made.kind, told(made)]).toEqual(["swap", { a1: "D", b1: "A" }]);
  });

  it("moves a block onto a part of itself", () => {
    const made = move(PEOPLE, START, block(at(0, 0), at(0, 1)), at(0, 1));
    expect(told(made)).toEqual({ a0: "", a1: "D", a2: "A" });
  });

  it("does nothing at all where a locked cell is in the way or the block falls outside", () => {
    expect(move(PEOPLE, START, cell(0, 0), at(2, 0)).cells).toEqual([]);
    expect(move(PEOPLE, START, block(at(0, 2), at(0, 3)), at(0, 3)).cells).toEqual([]);
  });

  it("keeps the number of each code", () => {
    for (const to of spots(block(at(0, 0), at(1, 3)))) {
      const made = move(PEOPLE, START, cell(0, 1), to);
      const was = made.cells.map((one) => one.before.code).sort();
      expect(made.cells.map((one) => one.after.code).sort()).toEqual(was);
    }
  });
});

describe("copies", () => {
  it("are written over what was there", () => {
    const codes = copied(PEOPLE, block(at(0, 0), at(0, 1)));
    expect(codes).toEqual([["D", "A"]]);
    expect(told(paste(PEOPLE, START, codes, at(1, 0)))).toEqual({ b0: "D", b1: "A" });
  });
});

describe("locks", () => {
  it("are set unless all are set already", () => {
    const two = block(at(1, 0), at(2, 0));
    expect(toggleLock(PEOPLE, START, two).cells.map((one) => one.person)).toEqual(["b"]);
    const made = toggleLock(PEOPLE, START, cell(2, 0));
    expect([made.kind, made.cells[0]?.after.locked]).toEqual(["unlock", false]);
  });
});

describe("an edit", () => {
  const dutyOf = (_person: string, _date: string, code: string) => ({ shift: code, unit: "u" });

  it("says a date, its duties, and the lock only where it changes", () => {
    const { kind, cells } = assign(PEOPLE, START, cell(1, 0), "D+N");
    expect(toEdit([{ id: 1, kind, cells }], START, dutyOf).cells).toEqual([
      { person: "b", date: "2027-02-15", duties: [{ shift: "D", unit: "u" }, { shift: "N", unit: "u" }] },
    ]);
    const lock = toggleLock(PEOPLE, START, cell(0, 3));
    expect(toEdit([{ id: 1, ...lock }], START, dutyOf).cells).toEqual([
      { person: "a", date: "2027-02-18", duties: [{ shift: "N", unit: "u" }], locked: true },
    ]);
  });

  it("tells each cell once, as it ends", () => {
    const first = assign(PEOPLE, START, cell(1, 0), "D");
    const second = assign(PEOPLE, START, cell(1, 0), "N");
    const edit = toEdit([{ id: 1, ...first }, { id: 2, ...second }], START, dutyOf);
    expect(edit.cells.map((one) => one.duties[0]?.shift)).toEqual(["N"]);
  });
});
