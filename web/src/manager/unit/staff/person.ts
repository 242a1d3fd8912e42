import { type IsoDate, plusDays } from "../../../dates/dates";
import { fits } from "../../form/numbers";
import type { Wrong } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { freshId } from "../codes";

type Dated = { first?: string | null; last?: string | null };
type Position = Person["positions"][number];

export function holdsOn({ first, last }: Dated, day: IsoDate): boolean {
  return (!first || first <= day) && (!last || day <= last);
}

/** A person of a unit before anything is known. */
export function blankPerson(unit: string): Person {
  return {
    id: "",
    name: "",
    home_unit: unit,
    kind: "permanent",
    group: "",
    positions: [blankPosition(unit, 0)],
    competences: [],
    other_units: [],
    exemptions: [],
  };
}

export function blankPosition(unit: string, number: number): Position {
  return { id: `new-${number}`, unit, percent: 100, full_time_hours: 35.5, three_part: false };
}

/** Percent and hours a week of the positions that hold on a day. */
export function contractOn(person: Person, day: IsoDate): { percent: number; minutes: number } {
  const held = person.positions.filter((position) => holdsOn(position, day));
  return {
    percent: held.reduce((sum, position) => sum + position.percent, 0),
    minutes: held.reduce((sum, one) => sum + (one.percent * one.full_time_hours * 60) / 100, 0),
  };
}

/** How a person stands on a day: at work here, not begun, or ended; and since or until when. */
export function standing(person: Person, day: IsoDate): { state: "here" | "coming" | "ended"; on?: IsoDate } {
  const { positions } = person;
  if (positions.length === 0) return { state: "here" };
  const held = positions.filter((position) => holdsOn(position, day));
  if (held.length > 0) {
    const until = held.every((one) => one.last) ? held.map((one) => one.last ?? "").sort().at(-1) : undefined;
    const further = positions.some((one) => one.first && until && one.first > until);
    return { state: "here", on: further ? undefined : until };
  }
  const coming = positions.flatMap((one) => (one.first && one.first > day ? [one.first] : [])).sort();
  if (coming[0]) return { state: "coming", on: coming[0] };
  return { state: "ended", on: positions.map((one) => one.last ?? "").sort().at(-1) };
}

/** Let somebody end: positions that go on end on the day, those after it fall away. */
export function ended(person: Person, last: IsoDate): Person {
  const cut = <T extends Dated>(held: T[]) =>
    held
      .filter((one) => !one.first || one.first <= last)
      .map((one) => (!one.last || one.last > last ? { ...one, last } : one));
  return { ...person, positions: cut(person.positions) };
}

/** Competences that run out within some days, or have run out. */
export function runningOut(person: Person, day: IsoDate, days: number): Person["competences"] {
  return person.competences.filter((held) => held.last && held.last <= plusDays(day, days));
}

/** Whether a person is among those that are looked for, by name, group or competence. */
export function found(person: Person, search: string): boolean {
  const texts = [person.name, person.group, person.id, ...person.competences.map((one) => one.code)];
  const wanted = search.trim().toLocaleLowerCase("nb");
  return texts.some((text) => text.toLocaleLowerCase("nb").includes(wanted));
}

/** What is wrong with a person's facts. */
export function checkPerson(person: Person): Wrong {
  const wrong: Wrong = {};
  if (!person.name.trim()) wrong.name = "web.manager.wrong.name";
  person.positions.forEach((position, n) => {
    if (!fits(position.percent, 0.01, 100)) wrong[`percent.${n}`] = "web.manager.wrong.percent";
    if (!fits(position.full_time_hours, 0.01, 48)) wrong[`week.${n}`] = "web.manager.wrong.week";
    if (backward(position)) wrong[`position.${n}`] = "web.manager.wrong.backward";
  });
  person.competences.forEach((held, n) => {
    if (!held.code) wrong[`competence.${n}`] = "web.manager.wrong.choose";
    if (backward(held)) wrong[`competence.${n}`] = "web.manager.wrong.backward";
  });
  person.exemptions.forEach((exemption, n) => {
    if (backward(exemption)) wrong[`exemption.${n}`] = "web.manager.wrong.backward";
    else if (!bars(exemption)) wrong[`exemption.${n}`] = "web.manager.wrong.exemption";
  });
  const hours = person.max_hours ?? null;
  if (hours !== null && !fits(hours, 0, 10_000)) wrong.max_hours = "web.manager.wrong.number";
  return wrong;
}

export function backward({ first, last }: Dated): boolean {
  return !!first && !!last && last < first;
}

function bars(one: Person["exemptions"][number]): boolean {
  const { shifts, kinds, weekdays, not_before, not_after } = one;
  return !!(shifts.length || kinds.length || weekdays.length || not_before || not_after);
}

/** A person as it is kept: new ones get an id, new positions one of the person's. */
export function tidyPerson(person: Person, taken: string[]): Person {
  const id = person.id || freshId(person.name, taken);
  const known = person.positions.map((position) => position.id);
  let number = 1;
  const next = (): string => {
    while (known.includes(`${id}-${number}`)) number++;
    return `${id}-${number++}`;
  };
  const positions = person.positions.map((position) =>
    position.id.startsWith("new-") ? { ...position, id: next() } : position,
  );
  return { ...person, id, name: person.name.trim(), group: person.group.trim(), positions };
}
