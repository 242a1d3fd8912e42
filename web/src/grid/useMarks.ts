import { useState } from "react";
import { marksOf, type Marks } from "./core/breaches";
import type { Breach } from "./types";

interface Kept {
  breaches: readonly Breach[];
  marks: ReadonlyMap<string, Marks>;
}

/** Marks by person; a row whose breaches stay the same keeps the same marks and is not redrawn. */
export function useMarks(breaches: readonly Breach[], start: string): ReadonlyMap<string, Marks> {
  const [kept, setKept] = useState<Kept>(() => ({
    breaches,
    marks: marksOf(breaches, start, new Map()),
  }));
  if (kept.breaches === breaches) return kept.marks;
  const next = { breaches, marks: marksOf(breaches, start, kept.marks) };
  setKept(next);
  return next.marks;
}
