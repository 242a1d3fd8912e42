import { describe, expect, it } from "vitest";
import { SPRING } from "../../periods/sample";
import type { Period } from "../../periods/usePeriods";
import { type PeriodState, tasksOf, type UnitState } from "./tasks";

const now = new Date("2026-11-22T12:00:00Z");
const period = SPRING;
const ward = { people: 32, demand_rows: 16 };
const unit = (state: Partial<PeriodState> & { period: Period }, rest: Partial<UnitState> = {}): UnitState => ({
  ward,
  periods: [state.period],
  open: [state],
  recurring: 0,
  ...rest,
});
const names = (state: UnitState, at = now) => tasksOf(state, at).map((task) => task.name);

describe("what needs doing next", () => {
  it("begins with the ward", () => {
    expect(names({ ward: null, periods: [], open: [], recurring: 0 })).toEqual(["ward"]);
    expect(names({ ward, periods: [], open: [], recurring: 0 })).toEqual(["first_period"]);
    expect(names({ ward: { ...ward, demand_rows: 0 }, periods: [], open: [], recurring: 0 })).toEqual(["demand", "first_period"]);
    expect(names({ ward: undefined, periods: [], open: [], recurring: 0 })).toEqual([]);
  });

  it("follows a wish round to its end", () => {
    const setup = { ...period, stage: "setup" as const };
    expect(names(unit({ period: setup }))).toEqual(["open_round"]);
    expect(tasksOf(unit({ period, missing: 4, asked: 32 }), now)[0]).toEqual({
      name: "missing",
      to: "/manager/periods/p1/wishes",
      facts: { period: "Vår 2027", count: 4, all: 32 },
      due: "2026-12-10",
    });
    expect(names(unit({ period, missing: 0 }))).toEqual(["all_wished"]);
    expect(names(unit({ period, missing: 4 }), new Date("2026-12-11T12:00:00Z"))).toEqual(["close_round"]);
  });

  it("goes on to drafts, the discussion and publishing", () => {
    const drafting = { ...period, stage: "drafting" as const };
    expect(names(unit({ period: drafting }))).toEqual([]);
    expect(names(unit({ period: drafting, drafts: 0 }))).toEqual(["make_draft"]);
    expect(names(unit({ period: drafting, drafts: 2 }))).toEqual(["show_draft"]);
    const preview = { ...period, stage: "preview" as const, comments_to: "2026-12-20T11:00:00Z" };
    const comments = [{ answer: "" }, { answer: "Ja" }];
    expect(names(unit({ period: preview, comments, protocol: null }))).toEqual(["answer", "await_comments"]);
    const later = new Date("2026-12-21T12:00:00Z");
    expect(names(unit({ period: preview, comments: [], protocol: null }), later)).toEqual(["write_protocol"]);
    const protocol = { final: false, signatures: {} };
    expect(names(unit({ period: preview, protocol }))).toEqual(["sign"]);
    const signatures = { manager: { name: "Kari", at: "2026-12-21T12:00:00Z" } };
    expect(names(unit({ period: preview, protocol: { final: false, signatures } }))).toEqual(["await_signature"]);
    expect(names(unit({ period: preview, protocol: { final: true, signatures } }))).toEqual(["publish"]);
  });

  it("puts what is due first at the top", () => {
    const state = unit({ period, missing: 4 }, { recurring: 2 });
    const coming = { ...period, id: "q", name: "Sommer", stage: "setup" as const, wishes_from: "2026-12-01T07:00:00Z" };
    expect(names({ ...state, periods: [period, coming], open: [...state.open, { period: coming }] })).toEqual([
      "recurring",
      "open_round",
      "missing",
    ]);
  });

  it("puts swaps that wait before the first of their shifts", () => {
    const drafting = { ...period, stage: "drafting" as const };
    const swaps = { count: 2, first: "2026-11-25" };
    expect(tasksOf(unit({ period: drafting, drafts: 0 }, { swaps }), now)[0]).toEqual({
      name: "swaps",
      to: "/manager/swaps",
      facts: { count: 2 },
      due: "2026-11-25",
    });
    expect(names(unit({ period: drafting }, { swaps: { count: 0, first: "" } }))).toEqual([]);
  });

  it("asks for the next period in good time", () => {
    const ending = new Date("2027-03-01T12:00:00Z");
    const published = { ...period, stage: "published" as const };
    expect(tasksOf({ ward, periods: [published], open: [], recurring: 0 }, ending)).toEqual([
      { name: "next_period", to: "/manager/periods/new", facts: { last: "2027-05-09" }, due: "2027-04-26" },
    ]);
    expect(names({ ward, periods: [published], open: [], recurring: 0 })).toEqual([]);
  });
});
