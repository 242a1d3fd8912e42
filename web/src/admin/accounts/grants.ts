import type { Schemas } from "../../api/client";
import type { Role } from "../../session/areas";

export type Grant = Schemas["GrantShape"];

export const ROLES: readonly Role[] = ["employee", "manager", "representative", "hr", "administrator"];

/** Roles that hold in all units at once. */
export const EVERYWHERE: ReadonlySet<Role> = new Set<Role>(["hr", "administrator"]);

/** A role while it is being filled in. */
export interface GrantDraft {
  id: number;
  role: Role;
  unit: string;
  person: string;
}

export type GrantFault = "unit" | "person" | "twice";

export function draftsOf(grants: Grant[]): GrantDraft[] {
  return grants.map(({ role, unit, person }, id) => ({ id, role, unit: unit ?? "", person: person ?? "" }));
}

/** A further role; its id is none that is there. */
export function withAnother(drafts: GrantDraft[], unit: string): GrantDraft[] {
  const id = Math.max(-1, ...drafts.map((draft) => draft.id)) + 1;
  return [...drafts, { id, role: "employee", unit, person: "" }];
}

/** What is wrong with each role, by the same rules as the service's. */
export function faultsOf(drafts: GrantDraft[]): (GrantFault | null)[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    if (!EVERYWHERE.has(draft.role) && !draft.unit) return "unit";
    const key = `${draft.role} ${EVERYWHERE.has(draft.role) ? "" : draft.unit}`;
    if (seen.has(key)) return "twice";
    seen.add(key);
    return draft.role === "employee" && !draft.person ? "person" : null;
  });
}

/** Roles as the service takes them: a unit where there is one, a person for employees alone. */
export function grantsOf(drafts: GrantDraft[]): Grant[] {
  return drafts.map(({ role, unit, person }) => ({
    role,
    unit: EVERYWHERE.has(role) ? null : unit,
    person: role === "employee" ? person : null,
  }));
}
