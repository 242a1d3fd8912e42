import { Heading, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../texts/useFormats";
import type { CsvCell } from "./csv";
import { fileName } from "./csv";
import { CsvButton } from "./CsvButton";
import { type Grid, nightsWorked, weekendsWorked } from "./figures";
import { ScrollTable } from "./ScrollTable";
import { useNumbers } from "./useNumbers";

const COLUMNS = ["name", "group", "percent", "planned", "contract", "off", "weekends", "nights", "breaches"] as const;
const WORDS = new Set<string>(["name", "group"]);

type Line = Record<(typeof COLUMNS)[number], CsvCell> & { id: string };

function linesOf(grid: Grid): Line[] {
  const hours = (minutes: number) => Math.round(minutes / 0.6) / 100;
  return grid.people.map((person) => ({
    id: person.id,
    name: person.name,
    group: person.group,
    percent: person.percent,
    planned: hours(person.planned),
    contract: hours(person.contract),
    off: hours(person.planned - person.contract),
    weekends: weekendsWorked(grid, person.cells),
    nights: nightsWorked(grid, person.cells),
    breaches: grid.verdict.breaches.filter((breach) => breach.person === person.id).length,
  }));
}

/** Each person's hours against the contract, weekends, nights and breaches. */
export function HoursTable({ grid, name }: { grid: Grid; name: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { number, signed } = useNumbers();
  const lines = linesOf(grid);
  const heads = COLUMNS.map((column) => t(`web.office.hours.${column}`));
  const told = (line: Line, column: (typeof COLUMNS)[number]) => {
    const value = line[column];
    if (typeof value !== "number") return value;
    if (column === "off") return signed(value);
    return column === "planned" || column === "contract" ? formats.hours(value * 60) : number(value);
  };
  return (
    <section className="panel" aria-labelledby="hours">
      <div className="office-head">
        <Heading level={2} data-size="2xs" id="hours">
          {t("web.office.hours")}
        </Heading>
        <CsvButton
          name={fileName(name, t("web.office.hours"))}
          rows={() => [heads, ...lines.map((line) => COLUMNS.map((column) => line[column]))]}
        />
      </div>
      <ScrollTable label={t("web.office.hours")}>
        <Table.Head>
          <Table.Row>
            {COLUMNS.map((column, place) => (
              <Table.HeaderCell key={column} className={WORDS.has(column) ? "" : "office-number"}>
                {heads[place]}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line.id}>
              <Table.HeaderCell scope="row">{line.name}</Table.HeaderCell>
              {COLUMNS.slice(1).map((column) => (
                <Table.Cell key={column} className={WORDS.has(column) ? "" : "office-number"}>
                  {told(line, column)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}
