import { describe, expect, it } from "vitest";
import type { Change, Choice, Entry } from "../../outbox/entry";
import { myDays, type MyWishes, quota } from "./my-days";

const off: Choice = { kind: "avoid", shifts: [], strength: 3, reason: "" };
const kept = (date: string, source: "wish" | "recurring" | "proposal" = "wish") => ({
  date,
  ...off,
  shifts: [],
  strength: 3 as const,
  reason: "",
  source,
});
const mine = (...wishes: MyWishes["wishes"]) => ({ wishes }) as MyWishes;
const waiting = (change: Change, refusal?: Entry["refusal"]): Entry => ({
  id: "e",
  at: "",
  change,
  refusal,
});

describe("my days", () => {
  it("shows a waiting wish at once and counts it", () => {
    const entry = waiting({ kind: "wish", period: "p", date: "2027-01-05", choice: off });
    const days = myDays(mine(kept("2027-01-06")), [entry], "p");
    expect(days.map((day) => [day.date, day.state])).toEqual([
      ["2027-01-05", "waiting"],
      ["2027-01-06", "kept"],
    ]);
    expect(quota(days)).toEqual({ used: 2, strong: 2 });
  });

  it("marks a wish that is to be taken back, and counts it no more", () => {
    const entry = waiting({ kind: "unwish", period: "p", date: "2027-01-06" });
    const days = myDays(mine(kept("2027-01-06")), [entry], "p");
    expect(days[0]).toMatchObject({ gone: true, state: "waiting" });
    expect(quota(days).used).toBe(0);
  });

  it("keeps what was refused in view without counting it", () => {
    const refusal = { code: "wish.quota", message: "m", hint: "", where: "" };
    const change: Change = { kind: "wish", period: "p", date: "2027-01-05", choice: off };
    const days = myDays(mine(), [waiting(change, refusal)], "p");
    expect(days[0]).toMatchObject({ state: "refused", refusal });
    expect(quota(days)).toEqual({ used: 0, strong: 0 });
  });

  it("puts a waiting line in place of the proposal before it; single wishes stay", () => {
    const change: Change = {
      kind: "line",
      period: "p",
      duties: [
        { date: "2027-01-06", shift: "D" },
        { date: "2027-01-08", shift: "N" },
      ],
    };
    const days = myDays(mine(kept("2027-01-06"), kept("2027-01-07", "proposal")), [waiting(change)], "p");
    expect(days.map((day) => [day.date, day.source])).toEqual([
      ["2027-01-06", "wish"],
      ["2027-01-08", "proposal"],
    ]);
    expect(quota(days).used).toBe(1);
  });

  it("leaves other periods alone", () => {
    const entry = waiting({ kind: "wish", period: "q", date: "2027-01-05", choice: off });
    expect(myDays(mine(), [entry], "p")).toEqual([]);
  });
});
