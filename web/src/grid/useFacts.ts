import { useMemo } from "react";
import { dateNames, dayFacts } from "./core/dates";
import { signsOf, wordsOf, type Facts } from "./core/words";
import type { Grid, Translate } from "./types";

/** What all rows share; the same object until the draft or the language is another. */
export function useFacts(grid: Grid, t: Translate, language: string): Facts {
  const { start, days: count, red_days: red, shifts } = grid;
  return useMemo(() => {
    const days = dayFacts(start, count, red);
    return {
      ...{ t, language, days },
      names: dateNames(days, t),
      shifts: new Map(shifts.map((shift) => [shift.code, shift])),
      signs: signsOf(t),
      words: wordsOf(t),
    };
  }, [start, count, red, shifts, t, language]);
}
