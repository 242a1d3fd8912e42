import type { Schemas } from "../../api/client";
import { daysBetween, type IsoDate, plusDays, today as dayOf } from "../../dates/dates";
import type { Period } from "../../periods/usePeriods";
import { roundState } from "../period/round";

/** What is known of a period that is not published; undefined while it is asked for. */
export interface PeriodState {
  period: Period;
  /** How many have not wished, and how many are asked. */
  missing?: number;
  asked?: number;
  drafts?: number;
  comments?: Pick<Schemas["CommentShape"], "answer">[];
  /** Null before one is written. */
  protocol?: Pick<Schemas["ProtocolShape"], "final" | "signatures"> | null;
}

export interface UnitState {
  /** Null where the unit has no ward yet. */
  ward: { people: number; demand_rows: number } | null | undefined;
  periods: Period[];
  open: PeriodState[];
  recurring: number;
  /** Swaps that wait for the manager, and the first date of a shift in them. */
  swaps?: { count: number; first: IsoDate };
}

/** Something to do: its text's key and facts, where to do it, and by when. */
export interface Task {
  name: string;
  to: string;
  facts: Record<string, string | number>;
  due?: IsoDate;
  /** What stands in the way of everything else comes first. */
  first?: boolean;
}

/** Plan this far ahead, so that wishes, the discussion and 14 days' notice find room. */
const AHEAD_DAYS = 84;

/** What needs doing, the most urgent first. */
export function tasksOf(unit: UnitState, now: Date): Task[] {
  const found = [
    ...wardTasks(unit),
    ...recurringTasks(unit),
    ...swapTasks(unit),
    ...nextPeriod(unit, dayOf(now)),
    ...unit.open.flatMap((state) => periodTasks(state, now)),
  ];
  return found.sort(byUrgency);
}

function byUrgency(a: Task, b: Task): number {
  if (!!a.first !== !!b.first) return a.first ? -1 : 1;
  return (a.due ?? "9999").localeCompare(b.due ?? "9999");
}

function wardTasks({ ward }: UnitState): Task[] {
  if (ward === undefined) return [];
  if (ward === null) return [{ name: "ward", to: "/manager/unit/workbook", facts: {}, first: true }];
  if (ward.demand_rows > 0) return [];
  return [{ name: "demand", to: "/manager/unit/demand", facts: {}, first: true }];
}

/** Recurring wishes count from the next round that opens: approve them before that. */
function recurringTasks({ recurring, periods }: UnitState): Task[] {
  if (recurring === 0) return [];
  const rounds = periods.filter((period) => period.stage === "setup");
  const opens = rounds.map((period) => (period.wishes_from ? dayOf(new Date(period.wishes_from)) : period.publish_by));
  return [{ name: "recurring", to: "/manager/unit/recurring", facts: { count: recurring }, due: opens.sort()[0] }];
}

/** Those who have agreed on a swap need the answer before the first of their shifts. */
function swapTasks({ swaps }: UnitState): Task[] {
  if (!swaps || swaps.count === 0) return [];
  return [{ name: "swaps", to: "/manager/swaps", facts: { count: swaps.count }, due: swaps.first }];
}

/** The period after the last one, in good time. */
function nextPeriod({ periods, ward }: UnitState, today: IsoDate): Task[] {
  if (!ward) return [];
  const to = "/manager/periods/new";
  const last = periods.map((period) => period.end).sort().at(-1);
  if (!last) return [{ name: "first_period", to, facts: {} }];
  if (daysBetween(today, last) > AHEAD_DAYS) return [];
  const start = plusDays(last, 1);
  return [{ name: "next_period", to, facts: { last }, due: plusDays(start, -14) }];
}

function periodTasks(state: PeriodState, now: Date): Task[] {
  const { period } = state;
  const page = (tab: string) => `/manager/periods/${period.id}/${tab}`;
  const by = period.publish_by;
  const facts = { period: period.name };
  if (period.stage === "setup") {
    const due = period.wishes_from ? dayOf(new Date(period.wishes_from)) : by;
    return [{ name: "open_round", to: page("setup"), facts, due }];
  }
  if (period.stage === "wishing") return wishingTasks(state, page("wishes"), now);
  if (period.stage === "drafting") {
    if (state.drafts === undefined) return [];
    const name = state.drafts === 0 ? "make_draft" : "show_draft";
    const to = page(state.drafts === 0 ? "drafts" : "hearing");
    return [{ name, to, facts: { ...facts, count: state.drafts }, due: by }];
  }
  return period.stage === "preview" ? previewTasks(state, page, now) : [];
}

function wishingTasks({ period, missing, asked }: PeriodState, to: string, now: Date): Task[] {
  const end = period.wishes_to ? dayOf(new Date(period.wishes_to)) : period.publish_by;
  const facts = { period: period.name };
  const stands = roundState(period, now);
  if (stands === "over") return [{ name: "close_round", to, facts, due: end }];
  if (stands === "coming" || missing === undefined) return [];
  if (missing === 0) return [{ name: "all_wished", to, facts, due: end }];
  return [{ name: "missing", to, facts: { ...facts, count: missing, all: asked ?? missing }, due: end }];
}

function previewTasks(state: PeriodState, page: (tab: string) => string, now: Date): Task[] {
  const { period, comments, protocol } = state;
  const by = period.publish_by;
  const facts = { period: period.name };
  const found: Task[] = [];
  const open = (comments ?? []).filter((comment) => !comment.answer).length;
  if (open > 0) found.push({ name: "answer", to: page("hearing"), facts: { ...facts, count: open }, due: by });
  if (protocol === undefined) return found;
  if (protocol?.final) return [...found, { name: "publish", to: page("publish"), facts, due: by }];
  const commenting = period.comments_to && new Date(period.comments_to) > now;
  if (protocol === null) {
    // the discussion is held once everybody has had their say
    const name = commenting ? "await_comments" : "write_protocol";
    return [...found, { name, to: page("hearing"), facts, due: by }];
  }
  const signed = "manager" in protocol.signatures;
  return [...found, { name: signed ? "await_signature" : "sign", to: page("hearing"), facts, due: by }];
}
