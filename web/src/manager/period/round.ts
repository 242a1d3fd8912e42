import type { Period } from "../../periods/usePeriods";

type Stage = Period["stage"];
export interface Move {
  name: "open" | "skip" | "close" | "reopen";
  to: Stage;
}

/** What a manager may do with the wish round in a stage, the usual first. */
export function movesOf(stage: Stage): Move[] {
  if (stage === "setup") return [{ name: "open", to: "wishing" }, { name: "skip", to: "drafting" }];
  if (stage === "wishing") return [{ name: "close", to: "drafting" }];
  return stage === "drafting" ? [{ name: "reopen", to: "wishing" }] : [];
}

export type RoundState = "unopened" | "coming" | "going" | "going_on" | "over" | "closed";

/** How the round stands at a moment; ``going_on`` is open without an end. */
export function roundState(
  period: Pick<Period, "stage" | "wishes_from" | "wishes_to">,
  now: Date,
): RoundState {
  const { stage, wishes_from: from, wishes_to: to } = period;
  if (stage === "setup") return "unopened";
  if (stage !== "wishing") return "closed";
  if (to && new Date(to) <= now) return "over";
  if (from && new Date(from) > now) return "coming";
  return to ? "going" : "going_on";
}
