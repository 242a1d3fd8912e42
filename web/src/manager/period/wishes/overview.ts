import type { Schemas } from "../../../api/client";
import type { IsoDate } from "../../../dates/dates";
import { plusDays } from "../../../dates/dates";
import type { Period } from "../../../periods/usePeriods";
import { holdsOn } from "../../unit/staff/person";
import type { Person } from "../../ward/sections";

export type PersonWishes = Schemas["PersonWishes"];
export type WishOf = PersonWishes["wishes"][number];

export interface Row {
  person: string;
  name: string;
  group: string;
  wishes: Map<IsoDate, WishOf>;
  /** Wished in this round; recurring wishes alone are no answer to it. */
  answered: boolean;
  strong: number;
}

/** The people who are asked in a round: those with a position in some of the period's days. */
export function asked(people: Person[], period: Pick<Period, "start" | "end">): Person[] {
  const there = (person: Person) =>
    person.positions.some(
      (held) =>
        holdsOn(held, period.start) ||
        holdsOn(held, period.end) ||
        (!!held.first && held.first >= period.start && held.first <= period.end),
    );
  return people.filter(there);
}

/** A row for everybody who is asked or has wished, by group and name. */
export function rows(
  people: Person[],
  wishes: PersonWishes[],
  period: Pick<Period, "start" | "end">,
): Row[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const ids = new Set([...asked(people, period).map((one) => one.id), ...wishes.map((one) => one.person)]);
  return [...ids].map((id) => rowOf(id, known.get(id), wishes.find((one) => one.person === id))).sort(byGroup);
}

function rowOf(id: string, person: Person | undefined, theirs: PersonWishes | undefined): Row {
  const wishes = theirs?.wishes ?? [];
  return {
    person: id,
    name: person?.name ?? theirs?.name ?? id,
    group: person?.group ?? "",
    wishes: new Map(wishes.map((wish) => [wish.date, wish])),
    answered: wishes.some((wish) => wish.source !== "recurring"),
    strong: wishes.filter((wish) => wish.strength === 3).length,
  };
}

function byGroup(a: Row, b: Row): number {
  return a.group.localeCompare(b.group, "nb") || a.name.localeCompare(b.name, "nb");
}

/** The dates of some weeks of a period from a place on, cut at its end. */
export function windowOf(period: Pick<Period, "start" | "days">, week: number, weeks: number): IsoDate[] {
  const first = week * 7;
  const many = Math.max(0, Math.min(weeks * 7, period.days - first));
  return Array.from({ length: many }, (_, n) => plusDays(period.start, first + n));
}
