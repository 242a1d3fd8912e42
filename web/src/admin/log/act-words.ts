import type { TFunction } from "i18next";
import type { Schemas } from "../../api/client";

export type Entry = Schemas["EntryShape"];

/** What the service notes, by the words that a catalogue has for it. */
export const ACTIONS = [
  ...["account.create", "account.change", "account.password", "session.begin"],
  ...["unit.create", "ward.change", "period.create", "period.change", "period.stage"],
  ...["wish.put", "wish.delete", "wish.propose"],
  ...["recurring.create", "recurring.delete", "recurring.approve"],
  ...["job.start", "job.stop", "job.cancel", "job.done", "job.cancelled", "job.failed"],
  ...["question.start", "question.stop", "question.cancel"],
  ...["question.done", "question.cancelled", "question.failed", "why.take"],
  ...["draft.create", "draft.delete", "preview.show", "comment.create", "comment.answer"],
  ...["protocol.write", "protocol.sign", "roster.publish"],
  ...["absence.add", "repair.take", "roster.repair", "roster.stand_in"],
  ...["offer.ask", "offer.answer", "offer.confirm", "offer.withdraw", "offer.close"],
  ...["roster.swap", "swap.ask", "swap.accept", "swap.decline", "swap.withdraw"],
  ...["swap.approve", "swap.refuse", "swap.void", "swap.rules"],
  ...["ledger.correct", "names.propose", "names.confirm", "names.withdraw"],
  ...["absence.upload", "absence.delete", "forecast.start", "forecast.stop", "forecast.cancel"],
  ...["forecast.done", "forecast.cancelled", "forecast.failed", "reserve.accept"],
  ...["task.propose", "task.approve", "task.withdraw", "delegation.add", "delegation.end"],
  ...["tasklog.upload", "tasklog.delete"],
  ...["scenario.create", "scenario.change", "scenario.delete", "comparison.gains"],
  ...["call.create", "call.delete", "call.enter", "call.withdraw"],
  ...["calendar.link", "calendar.revoke", "person.erase"],
  ...["contact.change", "contact.code", "contact.confirm"],
] as const;

const KNOWN: ReadonlySet<string> = new Set(ACTIONS);

/** What was done, in words; a later service may note what these screens have no words for. */
export function actText(t: TFunction, action: string): string {
  return KNOWN.has(action) ? t(`web.admin.act.${action}`) : action;
}

/** Who did it: an account, one that has been erased, or the service itself. */
export function actorText(t: TFunction, entry: Entry): string {
  if (entry.actor_name) return entry.actor_name;
  return t(entry.actor ? "web.admin.log.erased_actor" : "web.admin.log.service");
}

/** Why somebody wishes is for the unit's manager alone; it is not shown here. */
export function shownPayload(entry: Entry): Record<string, unknown> | null {
  if (!entry.payload) return null;
  const wishes = /^(wish|recurring|ledger)\./.test(entry.action);
  if (!wishes) return entry.payload;
  return Object.fromEntries(Object.entries(entry.payload).filter(([name]) => name !== "reason"));
}

/** The name of what it was about, where the entry still holds one. */
export function aboutName(entry: Entry): string {
  const name = entry.payload?.name;
  return typeof name === "string" ? name : "";
}

export interface ChainBreak {
  number: number;
  why: string;
}

/** A break as the service tells it, ``12: changed``. */
export function breakOf(told: string): ChainBreak {
  const [number = "", why = ""] = told.split(": ");
  return { number: Number(number), why };
}
