import { describe, expect, it } from "vitest";
import { reduced } from "./reduce";
import { answer, change, GRID, PEOPLE, person, state } from "./samples";
import type { Action, GridState } from "./state";

function after(...actions: Action[]): GridState {
  return actions.reduce(reduced, state());
}

const code = (of: GridState, who: string, day: number) =>
  of.people.find((one) => one.id === who)?.cells[day];
const MADE: Action = { type: "made", change: change(1, "b", 0, "", "N") };
const STALE: Action = { type: "refused", refusal: { status: 409, code: "etag.stale" } };

describe("a change", () => {
  it("is drawn at once, with its hours", () => {
    const now = after(MADE);
    expect(code(now, "b", 0)).toBe("N");
    expect(now.people[1]?.planned).toBe(900 + 600);
    expect(now.told[1]?.cells[0]).toBe("");
  });

  it("leaves the rows of others the same objects", () => {
    const before = state();
    const now = reduced(before, MADE);
    expect(now.people[0]).toBe(before.people[0]);
    expect(now.people[1]).not.toBe(before.people[1]);
  });

  it("is replaced by the server's word", () => {
    const sent = after(MADE, { type: "sending" });
    const told = person("b", ["N", "D", "D", ""], { planned: 1400, codes: { x: "F1" } });
    const judged = { ...answer(sent, 4, 130), people: [told] };
    const now = reduced(sent, { type: "kept", judged });
    expect(now.people[1]).toEqual(told);
    expect([now.revision, now.verdict.points, now.queue.length]).toEqual([4, 130, 0]);
    expect(now.kept?.from.points).toBe(100);
  });

  it("stays drawn on top of an answer to an earlier one", () => {
    const second: Action = { type: "made", change: change(2, "b", 3, "", "A") };
    const sent = after(MADE, { type: "sending" }, second);
    const told = person("b", ["N", "D", "D", ""]);
    const now = reduced(sent, { type: "kept", judged: { ...answer(sent, 4, 1), people: [told] } });
    expect(now.people[1]?.cells).toEqual(["N", "D", "D", "A"]);
    expect(now.queue.map((one) => one.id)).toEqual([2]);
  });

  it("is taken back when it is refused, and can then not be undone", () => {
    const refusal = { status: 422, code: "cell.place", message: "No." };
    const now = after(MADE, { type: "sending" }, { type: "refused", refusal });
    expect(code(now, "b", 0)).toBe("");
    expect(now.undo).toEqual([]);
    expect(now.refused?.refusal.message).toBe("No.");
  });

  it("waits when the server is out of reach", () => {
    const now = after(MADE, { type: "sending" }, { type: "refused", refusal: {} });
    expect([now.paused, code(now, "b", 0), now.queue.length]).toEqual(["offline", "N", 1]);
    expect(reduced(now, { type: "retry" }).paused).toBeNull();
  });
});

describe("codes typed quickly", () => {
  it("become one step", () => {
    const now = after(MADE, { type: "made", change: change(2, "b", 0, "N", "D") });
    expect(now.queue).toHaveLength(1);
    expect(now.undo).toHaveLength(1);
    expect(now.queue[0]?.cells[0]?.before.code).toBe("");
  });

  it("are two steps when the first is on its way", () => {
    const second: Action = { type: "made", change: change(2, "b", 0, "N", "D") };
    expect(after(MADE, { type: "sending" }, second).queue).toHaveLength(2);
  });
});

describe("undo and redo", () => {
  it("send the reverse, and the same again", () => {
    const undone = after(MADE, { type: "undo", id: 2 });
    expect(code(undone, "b", 0)).toBe("");
    expect([undone.undo.length, undone.redo.length, undone.queue.length]).toEqual([0, 1, 2]);
    const again = reduced(undone, { type: "redo", id: 3 });
    expect(code(again, "b", 0)).toBe("N");
    expect([again.undo.length, again.redo.length]).toEqual([1, 0]);
    expect(code(reduced(again, { type: "undo", id: 4 }), "b", 0)).toBe("");
  });

  it("forget what was undone once something new is made", () => {
    const other: Action = { type: "made", change: change(3, "a", 2, "", "D") };
    expect(after(MADE, { type: "undo", id: 2 }, other).redo).toEqual([]);
  });

  it("keep the step when the undo is refused", () => {
    const sent = after(MADE, { type: "sending" });
    const kept = reduced(sent, { type: "kept", judged: answer(sent, 4, 1) });
    const undoing = [{ type: "undo", id: 2 }, { type: "sending" }] as const;
    const refused: Action = { type: "refused", refusal: { status: 403 } };
    const now = [...undoing, refused].reduce<GridState>(reduced, kept);
    expect([now.undo.length, now.redo.length, code(now, "b", 0)]).toEqual([1, 0, "N"]);
  });
});

describe("a newer revision", () => {
  const second: Action = { type: "made", change: change(2, "a", 2, "", "D") };
  const stale = after(MADE, { type: "sending" }, second, STALE);

  it("puts all unsent changes aside and loses none", () => {
    expect(stale.paused).toBe("stale");
    expect(stale.unsent.map((one) => one.id)).toEqual([1, 2]);
    expect(stale.people).toEqual(PEOPLE);
  });

  it("lets them be sent anew, from what now stands there", () => {
    const people = PEOPLE.map((one) => (one.id === "b" ? person("b", ["A", "D", "D", ""]) : one));
    const grid = { ...GRID, people, draft: { id: "d1", revision: 7 } };
    const loaded = reduced(stale, { type: "loaded", grid });
    expect([loaded.paused, loaded.revision, loaded.unsent.length]).toEqual([null, 7, 2]);
    const now = reduced(loaded, { type: "resend", ids: [1, 2], next: 9 });
    expect(now.unsent).toEqual([]);
    expect(now.queue.map((one) => one.id)).toEqual([9, 10]);
    expect(now.queue[0]?.cells[0]?.before.code).toBe("A");
    expect(code(now, "b", 0)).toBe("N");
  });

  it("can be left as it is", () => {
    expect(reduced(stale, { type: "discard" }).unsent).toEqual([]);
  });

  it("is not mistaken for one's own: an older answer is passed over", () => {
    const sent = after(MADE, { type: "sending" });
    const kept = reduced(sent, { type: "kept", judged: answer(sent, 4, 1) });
    expect(reduced(kept, { type: "loaded", grid: GRID })).toBe(kept);
  });
});

it("a draft fetched while a change is on its way does not forget what can be undone", () => {
  const sent = after(MADE, { type: "sending" });
  const grid = { ...GRID, draft: { id: "d1", revision: 4 } };
  expect(reduced(sent, { type: "loaded", grid })).toBe(sent);
});

it("another draft starts afresh", () => {
  const grid = { ...GRID, draft: { id: "d2", revision: 1 } };
  const now = after(MADE, { type: "loaded", grid });
  expect([now.draft, now.queue.length, now.undo.length]).toEqual(["d2", 0, 0]);
});
