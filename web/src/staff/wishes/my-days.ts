import type { Schemas } from "../../api/client";
import type { Problem } from "../../api/problem";
import type { IsoDate } from "../../dates/dates";
import type { Choice, Entry } from "../../outbox/entry";

export type MyWishes = Schemas["MyWishes"];
export type Source = Schemas["WishShape"]["source"];

/** A day as its owner left it: acknowledged, still waiting to be sent, or refused. */
export interface WishedDay {
  date: IsoDate;
  choice: Choice;
  source: Source;
  state: "kept" | "waiting" | "refused";
  /** It is to be taken back, which the service does not know yet. */
  gone: boolean;
  entry?: string;
  refusal?: Problem;
}

/** What is kept at the service, with what the outbox holds laid on top. */
export function myDays(mine: MyWishes | undefined, entries: Entry[], period: string): WishedDay[] {
  const days = new Map<IsoDate, WishedDay>();
  for (const { date, source, ...choice } of mine?.wishes ?? []) {
    days.set(date, { date, source, choice, state: "kept", gone: false });
  }
  for (const entry of entries) lay(days, entry, period);
  return [...days.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function lay(days: Map<IsoDate, WishedDay>, entry: Entry, period: string): void {
  const { change, refusal, id } = entry;
  const state = refusal ? "refused" : "waiting";
  if ("period" in change && change.period !== period) return;
  if (change.kind === "wish") {
    const { date, choice } = change;
    days.set(date, { date, choice, source: "wish", state, gone: false, entry: id, refusal });
  } else if (change.kind === "unwish") {
    const known = days.get(change.date);
    if (known) days.set(change.date, { ...known, state, gone: !refusal, entry: id, refusal });
  } else if (change.kind === "line" && !refusal) {
    for (const day of [...days.values()]) if (day.source === "proposal") days.delete(day.date);
    for (const { date, shift } of change.duties) {
      if (days.has(date)) continue;
      const choice: Choice = { kind: "want", shifts: [shift], strength: 1, reason: "" };
      days.set(date, { date, choice, source: "proposal", state, gone: false, entry: id });
    }
  }
}

export interface Quota {
  used: number;
  strong: number;
}

/** What counts against the quota once all that waits is sent. */
export function quota(days: WishedDay[]): Quota {
  const counted = days.filter(
    (day) => day.source === "wish" && !day.gone && day.state !== "refused",
  );
  return {
    used: counted.length,
    strong: counted.filter((day) => day.choice.strength === 3).length,
  };
}
