import { typedNumber } from "../../form/numbers";
import type { RuleEntry } from "../../ward/sections";
import type { NormValue } from "./useNorms";

/** A number as it is shown and typed: minutes as hours, per mille as per cent, times as 07:30. */
export function natural(unit: string, value: number): number {
  if (unit === "minutes") return Math.round((value / 60) * 100) / 100;
  return unit === "per mille" ? value / 10 : value;
}

/** A typed number in the rule's own unit; NaN for what cannot be one. */
export function ruleNumber(unit: string, typed: number): number {
  if (unit === "minutes") return Math.round(typed * 60);
  return unit === "per mille" ? Math.round(typed * 10) : typed;
}

export function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What is typed for a value: nothing where the unit leaves it as it is. */
export function typedOf(value: NormValue, own: unknown): string {
  if (own === undefined || own === null) return "";
  if (value.form === "truth") return own ? "yes" : "no";
  if (value.form === "list") return (own as unknown[]).map((entry) => line(entry)).join("\n");
  if (value.unit === "clock") return clock(Number(own));
  return String(natural(value.unit, Number(own))).replace(".", ",");
}

export function line(entry: unknown): string {
  return Array.isArray(entry) ? entry.join(" ") : String(entry);
}

/** The value that was typed; undefined for none, null for what cannot be used. */
export function ownValue(value: NormValue, typed: string): unknown {
  const text = typed.trim();
  if (!text) return undefined;
  if (value.form === "truth") return text === "yes";
  if (value.form === "list") return text.split("\n").flatMap((one) => (one.trim() ? [one.trim().split(/\s+/)] : []));
  if (value.unit === "clock") {
    const [hours, minutes] = text.split(":").map(Number);
    return Number(hours) * 60 + Number(minutes);
  }
  const number = typedNumber(text);
  const own = number === null ? NaN : ruleNumber(value.unit, number);
  return Number.isInteger(own) && own >= value.least && own <= value.most ? own : null;
}

/** Whether a value is looser than what law, agreements or the local default ask. */
export function isLooser(value: NormValue, own: unknown): boolean {
  if (typeof own !== "number" || typeof value.usual !== "number") return false;
  if (value.sense === "at_most") return own > value.usual;
  return value.sense === "at_least" && own < value.usual;
}

/** A setting that says nothing of its own is none. */
export function settingOrNone(setting: RuleEntry): RuleEntry | undefined {
  const plain = setting.mode === "hard" && Object.keys(setting.values ?? {}).length === 0;
  return plain ? undefined : setting;
}

/** How many minutes of missing staffing one of a goal's unit is worth. */
export function inShortage(weight: number, shortage: number): number | null {
  return shortage > 0 ? weight / shortage : null;
}
