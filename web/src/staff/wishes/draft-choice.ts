import type { Choice } from "../../outbox/entry";

/** A choice while it is being made: a day off, duties wanted, or duties to be spared. */
export interface DraftChoice {
  what: "off" | "want" | "avoid";
  shifts: string[];
  strength: 1 | 2 | 3;
  reason: string;
}

export function draftOf(choice: Choice | undefined): DraftChoice {
  const shifts = choice?.shifts ?? [];
  const spared = shifts.length ? "avoid" : "off";
  return {
    what: choice?.kind === "want" ? "want" : spared,
    shifts,
    strength: choice?.strength ?? 2,
    reason: choice?.reason ?? "",
  };
}

/** The wish that was made, undefined while it lacks the shifts to be spared. */
export function choiceOf({ what, shifts, strength, reason }: DraftChoice): Choice | undefined {
  if (what === "avoid" && shifts.length === 0) return undefined;
  return {
    kind: what === "want" ? "want" : "avoid",
    shifts: what === "off" ? [] : shifts,
    strength,
    reason: reason.trim(),
  };
}
