import { useSyncExternalStore } from "react";
import type { Area, Me } from "./areas";
import { unitsOf } from "./areas";

const KEPT = "helseturnus.unit";
const listeners = new Set<() => void>();

function kept(): string {
  return localStorage.getItem(KEPT) ?? "";
}

export function chooseUnit(unit: string): void {
  localStorage.setItem(KEPT, unit);
  listeners.forEach((tell) => tell());
}

/** A link in a message names its unit, for who has several; the address bar need not. */
export function startInUnitOfLink(): void {
  const address = new URL(location.href);
  const unit = address.searchParams.get("unit") ?? "";
  if (!/^[0-9a-f]{32}$/.test(unit)) return;
  chooseUnit(unit);
  address.searchParams.delete("unit");
  history.replaceState(history.state, "", address);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The unit that is looked at in an area: the one chosen last, or the first. */
export function useUnit(me: Me, area: Area): Me["units"][number] | undefined {
  const chosen = useSyncExternalStore(subscribe, kept);
  const units = unitsOf(me, area);
  return units.find((unit) => unit.id === chosen) ?? units[0];
}
