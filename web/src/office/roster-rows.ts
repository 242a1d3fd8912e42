import { plusDays } from "../dates/dates";
import type { CsvCell } from "./csv";
import type { Grid } from "./figures";

/** A roster as rows: people down, dates across, a shift code or a code of the day off in each. */
export function rosterRows(grid: Grid, heads: [string, string]): CsvCell[][] {
  const dates = Array.from({ length: grid.days }, (_, day) => plusDays(grid.start, day));
  return [
    [...heads, ...dates],
    ...grid.people.map((person) => [
      person.name,
      person.percent,
      ...dates.map((date, day) => person.cells[day] || (person.codes[date] ?? "")),
    ]),
  ];
}
