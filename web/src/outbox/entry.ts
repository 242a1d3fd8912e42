import type { Schemas } from "../api/client";
import type { Problem } from "../api/problem";

export type Choice = Schemas["Choice"];
export type ProposedDuty = Schemas["ProposedDuty"];
export type RecurringFacts = Schemas["RecurringFacts"];

/** A change that somebody made to the own wishes, as it will be sent. */
export type Change =
  | { kind: "wish"; period: string; date: string; choice: Choice }
  | { kind: "unwish"; period: string; date: string }
  | { kind: "line"; period: string; duties: ProposedDuty[] }
  | { kind: "recurring"; unit: string; facts: RecurringFacts }
  | { kind: "unrecurring"; unit: string; wish: string };

/** A change that the service has not acknowledged; its id is sent as the idempotency key. */
export interface Entry {
  id: string;
  at: string;
  change: Change;
  refusal?: Problem;
}

/** What a change is about: a later change of the same takes the place of an earlier one. */
export function subject(change: Change, id: string): string {
  switch (change.kind) {
    case "wish":
    case "unwish":
      return `day/${change.period}/${change.date}`;
    case "line":
      return `line/${change.period}`;
    case "recurring":
      return `recurring/${id}`;
    case "unrecurring":
      return `recurring/${change.wish}`;
  }
}

/** Entries with one more; what it replaces goes away, unless that is on its way just now. */
export function added(entries: Entry[], entry: Entry, sending?: string): Entry[] {
  const about = subject(entry.change, entry.id);
  const kept = entries.filter(
    (one) => one.id === sending || subject(one.change, one.id) !== about,
  );
  return [...kept, entry];
}

export function without(entries: Entry[], id: string): Entry[] {
  return entries.filter((one) => one.id !== id);
}

/** Entries after a refusal; where a later entry is about the same, the refused one is moot. */
export function refused(entries: Entry[], id: string, refusal: Problem): Entry[] {
  const place = entries.findIndex((one) => one.id === id);
  const about = entries[place] && subject(entries[place].change, id);
  const moot = entries.slice(place + 1).some((one) => subject(one.change, one.id) === about);
  if (place >= 0 && moot) return without(entries, id);
  return entries.map((one) => (one.id === id ? { ...one, refusal } : one));
}

/** The first that waits; one that was refused waits for its writer, not for a signal. */
export function nextToSend(entries: Entry[]): Entry | undefined {
  return entries.find((one) => !one.refusal);
}

/** Entries as they were kept; what cannot be read is passed over. */
export function parsed(text: string | null): Entry[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(found: unknown): found is Entry {
  const one = found as Partial<Entry> | null;
  return typeof one?.id === "string" && typeof one.change?.kind === "string";
}
