import type { IsoDate } from "../../dates/dates";

export interface Given {
  person: string;
  task: string;
  forms: string;
  residents: string;
  first: IsoDate | null;
  last: IsoDate | null;
  signed_by: string;
  signed_on: IsoDate | null;
}

/** The parts of a list that is written with commas. */
export function parts(written: string): string[] {
  return written
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Residents by number; null where something else stands there, such as a name. */
export function numbersIn(written: string): number[] | null {
  const found = parts(written);
  const whole = found.every((part) => /^[1-9]\d{0,3}$/.test(part));
  return whole ? found.map(Number) : null;
}

export type Wrong = "person" | "task" | "residents" | "last" | "order" | "signed_by" | "signed_on";

/** What is missing or wrong in a form, all of it at once. */
export function wrongIn(given: Given): Set<Wrong> {
  const found = new Set<Wrong>();
  if (!given.person) found.add("person");
  if (!given.task) found.add("task");
  if (numbersIn(given.residents) === null) found.add("residents");
  if (!given.last) found.add("last");
  if (!given.signed_by.trim()) found.add("signed_by");
  if (!given.signed_on) found.add("signed_on");
  const since = given.first ?? given.signed_on;
  if (given.last && since && given.last < since) found.add("order");
  return found;
}
