import { Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollFrame } from "../../../office/ScrollFrame";
import type { DemandRow } from "../../ward/sections";
import { useWeekdays } from "../useWeekdays";
import { wantedOn, weekly } from "./rows";

/** An ordinary week at a glance: least and target by row and weekday. */
export function WeekTable({ rows }: { rows: DemandRow[] }) {
  const { t } = useTranslation();
  const weekdays = useWeekdays("short");
  const shown = weekly(rows);
  if (shown.length === 0) return null;
  return (
    <ScrollFrame className="wide" label={t("web.manager.demand.week")}>
      <Table data-size="sm" zebra>
        <caption>{t("web.manager.demand.week")}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t("web.manager.demand.row")}</Table.HeaderCell>
            <Table.HeaderCell>{t("web.manager.demand.shifts")}</Table.HeaderCell>
            {weekdays.map((day) => (
              <Table.HeaderCell key={day.value}>{day.label}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {shown.map((row) => (
            <Table.Row key={row.id}>
              <Table.HeaderCell scope="row">{row.name || row.id}</Table.HeaderCell>
              <Table.Cell>{row.shifts.join(", ")}</Table.Cell>
              {weekdays.map((day) => (
                <Table.Cell key={day.value}>{cell(wantedOn(row, day.value))}</Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollFrame>
  );
}

function cell(wanted: { minimum: number; target: number } | null): string {
  if (!wanted) return "";
  const { minimum, target } = wanted;
  return minimum === target ? String(target) : `${minimum}–${target}`;
}
