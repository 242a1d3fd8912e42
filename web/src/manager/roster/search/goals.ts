/** Goals in plain units: what one weighs, told beside what an ordinary wish weighs. */

export interface Goal {
  term: string;
  unit: string;
  weight: number;
  usual: number;
}

/** How many of a term's units a person would speak of as one: an hour, an ordinary wish. */
const PLAIN: Record<string, number> = { shortage: 60, surplus: 60, hours: 60, wishes: 3, cost: 10 };
const MOST_WEIGHT = 100_000;

/** The goals that a manager weighs; the others follow from what the plan itself prices. */
export const WEIGHED = [
  "shortage",
  "surplus",
  "wishes",
  "fairness",
  "past_burdens",
  "hours",
  "quick_returns",
  "single_days",
  "backward_rotation",
  "night_blocks",
  "night_recovery",
  "long_runs",
  "cost",
  "stability",
] as const;
export type Weighed = (typeof WEIGHED)[number];

export const LEVELS = ["off", "less", "usual", "more", "most"] as const;
export type Level = (typeof LEVELS)[number];
const FACTORS: Record<Level, number> = { off: 0, less: 0.5, usual: 1, more: 2, most: 4 };

export type Levels = Partial<Record<Weighed, Level>>;

const RHYTHM: Levels = {
  ...{ quick_returns: "most", single_days: "more", backward_rotation: "more" },
  ...{ night_blocks: "most", night_recovery: "most", long_runs: "more" },
};

/** What a manager may want more of, as levels; what is not named stays as usual. */
export const PRESETS: Record<Preset, Levels> = {
  balanced: {},
  cover: { shortage: "most", surplus: "more" },
  wishes: { wishes: "most" },
  fair: { fairness: "most", past_burdens: "most", hours: "more" },
  rhythm: RHYTHM,
  cost: { cost: "most", surplus: "more", hours: "more" },
};
export const PRESET_NAMES = ["balanced", "cover", "wishes", "fair", "rhythm", "cost"] as const;
export type Preset = (typeof PRESET_NAMES)[number];

/** A goal's weight at a level: a whole number, and never nothing by rounding alone. */
export function weightAt(weight: number, level: Level): number {
  if (level === "off" || weight === 0) return 0;
  return Math.min(MOST_WEIGHT, Math.max(1, Math.round(weight * FACTORS[level])));
}

/** Levels that make a difference to a weight, the usual one among them. */
export function levelsOf(weight: number): Level[] {
  const found = new Map<number, Level>([[weight, "usual"]]);
  for (const level of LEVELS) if (!found.has(weightAt(weight, level))) found.set(weightAt(weight, level), level);
  return LEVELS.filter((level) => [...found.values()].includes(level));
}

/** What the search is asked for: the weights that differ from those of the period. */
export function weightsOf(goals: readonly Goal[], levels: Levels): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { term, weight } of goals) {
    const now = weightAt(weight, levels[term as Weighed] ?? "usual");
    if (now !== weight) found[term] = now;
  }
  return found;
}

/** Points of one plain unit of a goal, such as one hour that lacks somebody. */
export function pointsOf(term: string, weight: number): number {
  return (PLAIN[term] ?? 1) * weight;
}

/** How many ordinary wishes weigh as much as one plain unit of a goal; null when they weigh nothing. */
export function inWishes(points: number, wishWeight: number): number | null {
  return wishWeight > 0 ? points / pointsOf("wishes", wishWeight) : null;
}

/** The preset whose levels these are. */
export function presetOf(levels: Levels): Preset | undefined {
  const told = (some: Levels) =>
    WEIGHED.map((term) => some[term] ?? "usual").join();
  return PRESET_NAMES.find((name) => told(PRESETS[name]) === told(levels));
}
