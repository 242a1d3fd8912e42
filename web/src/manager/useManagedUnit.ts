import { createContext, useContext } from "react";
import type { Me } from "../session/areas";

export type ManagedUnit = Me["units"][number];
export const ManagedUnitContext = createContext<ManagedUnit | null>(null);

/** The unit that is managed; only for pages of the manager's area. */
export function useManagedUnit(): ManagedUnit {
  const unit = useContext(ManagedUnitContext);
  if (!unit) throw new Error("no unit is managed here");
  return unit;
}
