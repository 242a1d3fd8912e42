import type { Schemas } from "../../api/client";

export type Person = Schemas["Person"];
export type Competence = Schemas["Competence"];
export type ShiftType = Schemas["ShiftType"];
export type DemandRow = Schemas["DemandRow"];
export type Absence = Schemas["Absence"];
export type Agreement = Schemas["Agreement"];
export type RuleEntry = Schemas["RuleSetting"] & { rule: string };
export interface WeightEntry {
  goal: string;
  weight: number;
}

/** What an entry of each part of the ward is. */
export interface Sections {
  people: Person;
  competences: Competence;
  shifts: ShiftType;
  demand: DemandRow;
  absences: Absence;
  agreements: Agreement;
  rules: RuleEntry;
  weights: WeightEntry;
}
export type Section = keyof Sections;

/** What tells an entry from the others of its part. */
export const KEYS: { [S in Section]: (item: Sections[S]) => string } = {
  people: (person) => person.id,
  competences: (competence) => competence.code,
  shifts: (shift) => shift.code,
  demand: (row) => row.id,
  absences: (away) => [away.person, away.first, away.last ?? away.first, away.kind].join(" "),
  agreements: (agreement) => agreement.id,
  rules: (setting) => setting.rule,
  weights: (goal) => goal.goal,
};

/** Entries of a part as the service told it; rules and weights come by name. */
export function entries<S extends Section>(section: S, told: unknown): Sections[S][] {
  const named = told as Record<string, unknown>;
  if (section === "rules") {
    const rules = Object.entries(named) as [string, Schemas["RuleSetting"]][];
    return rules.map(([rule, setting]) => ({ rule, ...setting })) as Sections[S][];
  }
  if (section === "weights") {
    const weights = Object.entries(named) as [string, number][];
    return weights.map(([goal, weight]) => ({ goal, weight })) as Sections[S][];
  }
  return told as Sections[S][];
}

/** Entries of a part as the service wants to be told them. */
export function body<S extends Section>(section: S, items: Sections[S][]): unknown {
  if (section === "rules") {
    const rules = items as RuleEntry[];
    return Object.fromEntries(rules.map(({ rule, ...setting }) => [rule, setting]));
  }
  if (section === "weights") {
    const weights = items as WeightEntry[];
    return Object.fromEntries(weights.map(({ goal, weight }) => [goal, weight]));
  }
  return items;
}
