import { plusDays } from "../dates/dates";
import type { CsvCell } from "./csv";
import type { Grid } from "./figures";

/**
 * A roster as rows: people down, dates across, a shift code or a code of the day off in each.
 * `said` are the words for kinds of absence.
 */
export function rosterRows(
  grid: Grid,
  heads: [string, string],
  said: ReadonlyMap<string, string>,
): CsvCell[][] {
  const laid = (code: string | undefined) => (code ? (said.get(code) ?? code) : "");
  const dates = Array.from({ length: grid.days }, (_, day) => plusDays(grid.start, day));
  return [
    [...heads, ...dates],
    ...grid.people.map((person) => [
      person.name,
      person.percent,
      ...dates.map((date, day) => person.cells[day] || laid(person.codes[date])),
    ]),
  ];
}
