/** What a key means in the grid. */

import { led, type Extent, type Selection } from "./selection";
import type { Spot } from "./making";
import { commandOf, typed, type Typed } from "./typing";

export interface Pressed {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

export interface Standing {
  selection: Selection;
  extent: Extent;
  codes: readonly string[];
  readOnly: boolean;
  now: number;
  last: Typed | null;
  /** The code in the active cell. */
  current: string;
}

export type Intent =
  | { does: "go"; to: Spot; extend: boolean }
  | { does: "assign"; typed: Typed }
  | { does: Simple };

export type Simple =
  | "clear"
  | "pick"
  | "put"
  | "swap"
  | "lock"
  | "undo"
  | "redo"
  | "copy"
  | "paste"
  | "menu"
  | "help"
  | "escape";

const WITH_CTRL: Record<string, Simple> = {
  x: "pick",
  c: "copy",
  v: "paste",
  z: "undo",
  y: "redo",
};

const PLAIN: Record<string, Simple> = {
  Delete: "clear",
  Backspace: "clear",
  F2: "menu",
};

const COMMAND: Record<"m" | "s" | "l", Simple> = { m: "pick", s: "swap", l: "lock" };

/** Return what a key asks for, or null where the grid leaves it to the browser. */
export function intent(pressed: Pressed, standing: Standing): Intent | null {
  const { key, ctrl, shift, alt } = pressed;
  if (alt) return null;
  const { selection, extent, readOnly } = standing;
  const to = led(selection.active, pressed, extent);
  if (to) return { does: "go", to, extend: shift && selection.carried === null };
  if (key === "Escape") return { does: "escape" };
  if (key === "?") return { does: "help" };
  if (readOnly) return ctrl && key.toLowerCase() === "c" ? { does: "copy" } : null;
  if (ctrl) {
    if (shift && key.toLowerCase() === "z") return { does: "redo" };
    const simple = shift ? undefined : WITH_CTRL[key.toLowerCase()];
    return simple ? { does: simple } : null;
  }
  if (key === "Enter") return { does: selection.carried ? "put" : "menu" };
  const plain = PLAIN[key];
  if (plain) return { does: plain };
  if (key.length !== 1) return null;
  const command = commandOf(key, shift, standing.codes);
  if (command) return { does: COMMAND[command] };
  const { codes, now, last, current } = standing;
  const found = typed(codes, key, now, last, current);
  return found ? { does: "assign", typed: found } : null;
}
