/** The whole roster as plain tables, some weeks to a sheet; on the page only while printing. */

import type { ReactNode } from "react";
import { SYMBOL, type CoverageRow } from "../core/coverage";
import { sheets } from "../core/sheets";
import type { Marks } from "../core/breaches";
import { number, offHours, signed, type Facts } from "../core/words";
import type { GridPerson } from "../types";

export type Paper = "a4" | "a3";

interface Props {
  facts: Facts;
  people: readonly GridPerson[];
  coverage: readonly CoverageRow[];
  marks: ReadonlyMap<string, Marks>;
  paper: Paper;
  title: string;
}

/** Weeks that fit beside the names. */
const WEEKS: Record<Paper, number> = { a4: 4, a3: 6 };

export function PrintRoster({ facts, people, coverage, marks, paper, title }: Props): ReactNode {
  const { t } = facts;
  return (
    <div className={`rg-print rg-print-${paper}`} aria-hidden="true">
      {sheets(facts.days, WEEKS[paper]).map(([from, to]) => (
        <table key={from}>
          {title && <caption>{title}</caption>}
          <colgroup>
            <col className="rg-print-name" />
            <col className="rg-print-share" />
            <col className="rg-print-hours" />
          </colgroup>
          <Head facts={facts} from={from} to={to} />
          <tbody>
            {people.map((person) => (
              <PrintRow
                key={person.id}
                {...{ facts, person, from, to }}
                marks={marks.get(person.id)}
              />
            ))}
          </tbody>
          <tbody className="rg-print-foot">
            {coverage.map((row) => (
              <tr key={row.id}>
                <th colSpan={3}>{row.name}</th>
                {row.levels.slice(from, to).map((level, n) => (
                  <td key={n}>
                    {level !== "none" && `${row.have[from + n]}/${row.target[from + n]}`}
                    {SYMBOL[level]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p>{t("web.grid.print.signs")}</p>
    </div>
  );
}

interface Part {
  facts: Facts;
  from: number;
  to: number;
}

function Head({ facts, from, to }: Part): ReactNode {
  const { t, days, names } = facts;
  const weeks = days.slice(from, to).flatMap((day, n) => (day.weekStart || n === 0 ? [n] : []));
  return (
    <thead>
      <tr>
        <th colSpan={3}>{t("web.grid.name")}</th>
        {weeks.map((start, n) => (
          <th key={start} colSpan={(weeks[n + 1] ?? to - from) - start}>
            {t("web.grid.week", { week: days[from + start]?.week ?? 0 })}
          </th>
        ))}
      </tr>
      <tr>
        <td />
        <th>{t("web.grid.print.percent")}</th>
        <th>{t("web.grid.hours")}</th>
        {days.slice(from, to).map((day, n) => (
          <th key={day.date} className={classOf(day.weekday, day.red, day.weekStart)}>
            {names[from + n]?.weekday}
            <br />
            {names[from + n]?.day}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function classOf(weekday: number, red: string | null, monday: boolean): string {
  return `${red ? "rg-print-red" : weekday > 5 ? "rg-print-weekend" : ""}${monday ? " rg-print-monday" : ""}`;
}

interface RowPart extends Part {
  person: GridPerson;
  marks: Marks | undefined;
}

function PrintRow({ facts, person, from, to, marks }: RowPart): ReactNode {
  const { days, signs, language } = facts;
  return (
    <tr>
      <th>{person.name}</th>
      <td>{number(Math.round(person.percent), language)}</td>
      <td>{signed(offHours(person), language, 1)}</td>
      {days.slice(from, to).map((day, n) => {
        const code = person.cells[from + n] ?? "";
        const laid = person.codes[day.date];
        const hard = marks?.days.get(from + n) === "hard";
        return (
          <td key={day.date} className={classOf(day.weekday, day.red, day.weekStart)}>
            {code ? <b>{code}</b> : laid && <small>{signs.get(laid) ?? laid}</small>}
            {hard && "!"}
          </td>
        );
      })}
    </tr>
  );
}
