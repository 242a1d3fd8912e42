import { useSyncExternalStore } from "react";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEPT = "helseturnus.scheme";
const listeners = new Set<() => void>();

export function keptScheme(): Scheme {
  const kept = localStorage.getItem(KEPT);
  return SCHEMES.find((name) => name === kept) ?? "auto";
}

/** Show the screens light, dark, or as the system does. */
export function applyScheme(scheme: Scheme): void {
  localStorage.setItem(KEPT, scheme);
  document.documentElement.dataset.colorScheme = scheme;
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, keptScheme);
}
