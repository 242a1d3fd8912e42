/** Which rows are shown. */

import type { Marks } from "./breaches";
import type { GridPerson } from "../types";

export interface Filters {
  name: string;
  group: string;
  competence: string;
  shift: string;
  breaches: boolean;
}

export const NO_FILTERS: Filters = {
  name: "",
  group: "",
  competence: "",
  shift: "",
  breaches: false,
};

export function isOn(filters: Filters): boolean {
  const { name, group, competence, shift, breaches } = filters;
  return name.trim() !== "" || group !== "" || competence !== "" || shift !== "" || breaches;
}

export function filtered(
  people: readonly GridPerson[],
  filters: Filters,
  marks: ReadonlyMap<string, Marks>,
): GridPerson[] {
  const name = filters.name.trim().toLocaleLowerCase();
  return people.filter(
    (person) =>
      (name === "" || person.name.toLocaleLowerCase().includes(name)) &&
      (filters.group === "" || person.group === filters.group) &&
      (filters.competence === "" || person.competences.includes(filters.competence)) &&
      (filters.shift === "" ||
        person.cells.some((cell) => cell.split("+").includes(filters.shift))) &&
      (!filters.breaches || marks.has(person.id)),
  );
}

export function choices(people: readonly GridPerson[]): { groups: string[]; competences: string[] } {
  const groups = [...new Set(people.map((person) => person.group))].filter((one) => one !== "");
  const competences = [...new Set(people.flatMap((person) => person.competences))];
  return { groups: groups.sort(), competences: competences.sort() };
}
