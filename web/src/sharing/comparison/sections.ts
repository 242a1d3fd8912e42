import type { Alternative, Measure } from "./useComparisons";

export interface Row {
  id: string;
  name: string;
  source: Measure["source"];
  /** One for each alternative; none where it has no such measure. */
  measures: (Measure | undefined)[];
}

export interface Section {
  section: Measure["section"];
  rows: Row[];
}

/** The measures of all alternatives as rows, in sections, each where it first comes. */
export function sectioned(alternatives: readonly Alternative[]): Section[] {
  const sections = new Map<Measure["section"], Map<string, Measure>>();
  for (const measure of alternatives.flatMap((one) => one.measures)) {
    const rows = sections.get(measure.section) ?? new Map<string, Measure>();
    if (!rows.has(measure.id)) rows.set(measure.id, measure);
    sections.set(measure.section, rows);
  }
  return [...sections].map(([section, rows]) => ({
    section,
    rows: [...rows.values()].map(({ id, name, source }) => ({
      id,
      name,
      source,
      measures: alternatives.map((one) => one.measures.find((measure) => measure.id === id)),
    })),
  }));
}

const PARTS = [
  [0, 7],
  [7, 11],
  [11, 15],
  [15, 19],
  [19, 24],
] as const;

/** Hours by the hour, summed to parts of the day. */
export function partsOfDay(hours: readonly number[]): { from: number; to: number; hours: number }[] {
  return PARTS.map(([from, to]) => ({
    from,
    to,
    hours: hours.slice(from, to).reduce((sum, one) => sum + one, 0),
  }));
}
