import type { Schemas } from "../../api/client";
import type { Entry, RecurringFacts } from "../../outbox/entry";

export interface Row {
  id: string;
  facts: RecurringFacts;
  state: "kept" | "approved" | "waiting" | "refused" | "going";
}

/** What is kept at the service, with what the outbox holds laid on top. */
export function recurringRows(
  kept: Schemas["RecurringShape"][],
  entries: Entry[],
  unit: string,
): Row[] {
  const going = new Set(
    entries.flatMap(({ change, refusal }) =>
      change.kind === "unrecurring" && !refusal ? [change.wish] : [],
    ),
  );
  const rows: Row[] = kept.map((wish) => ({
    id: wish.id,
    facts: wish,
    state: going.has(wish.id) ? "going" : wish.approved ? "approved" : "kept",
  }));
  for (const { id, change, refusal } of entries) {
    if (change.kind !== "recurring" || change.unit !== unit) continue;
    rows.push({ id, facts: change.facts, state: refusal ? "refused" : "waiting" });
  }
  return rows;
}
