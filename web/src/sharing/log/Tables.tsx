import { Details, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../office/ScrollTable";
import { useFormats } from "../../texts/useFormats";
import type { TaskBook } from "../useSharing";
import { useTold } from "../useTold";
import { type Cell, HOURS, sumBy } from "./sums";

interface Props {
  groups: readonly string[];
  groupName: (group: string) => string;
  label: string;
}

/** Hours a week by task and staff group. */
export function TaskTable({ book, groupName }: { book: TaskBook; groupName: (group: string) => string }) {
  const { t } = useTranslation();
  const told = useTold();
  const of = sumBy(book.cells, (cell) => `${cell.task} ${cell.group}`);
  const ofTask = sumBy(book.cells, (cell) => cell.task);
  const groups = book.groups.map((group) => group.id);
  const tasks = [...book.tasks].sort((a, b) => (ofTask.get(b.id) ?? 0) - (ofTask.get(a.id) ?? 0));
  const rows = tasks.map((task) => ({
    key: task.id,
    name: told(task.name),
    values: groups.map((group) => of.get(`${task.id} ${group}`) ?? 0),
  }));
  return (
    <Minutes
      label={t("web.sharing.log.table")}
      head={t("web.sharing.log.task")}
      groups={groups}
      groupName={groupName}
      rows={rows}
    />
  );
}

/** The same by hour of the day: what the picture shows, in numbers. */
export function HourTable({ cells, groups, groupName, label }: Props & { cells: readonly Cell[] }) {
  const { t } = useTranslation();
  const of = sumBy(cells, (cell) => `${cell.hour} ${cell.group}`);
  const rows = HOURS.map((hour) => ({
    key: String(hour),
    name: t("web.sharing.log.hour", { hour: String(hour).padStart(2, "0") }),
    values: groups.map((group) => of.get(`${hour} ${group}`) ?? 0),
  })).filter((row) => row.values.some((minutes) => minutes > 0));
  const title = t("web.sharing.log.hour.table", { task: label });
  return (
    <Details>
      <Details.Summary>{t("web.sharing.log.numbers")}</Details.Summary>
      <Details.Content>
        <Minutes label={title} head={t("web.sharing.log.hour.head")} groups={groups} groupName={groupName} rows={rows} />
      </Details.Content>
    </Details>
  );
}

interface MinutesProps extends Props {
  head: string;
  rows: { key: string; name: string; values: number[] }[];
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

function Minutes({ label, head, groups, groupName, rows }: MinutesProps) {
  const { t } = useTranslation();
  const { hours } = useFormats();
  const cells = (values: number[]) =>
    [...values, sum(values)].map((minutes, n) => (
      <Table.Cell key={n} className="office-number">
        {minutes > 0 ? hours(minutes) : "–"}
      </Table.Cell>
    ));
  const totals = groups.map((_, n) => sum(rows.map((row) => row.values[n] ?? 0)));
  return (
    <ScrollTable label={label}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">{head}</Table.HeaderCell>
          {[...groups.map(groupName), t("web.sharing.log.sum")].map((name) => (
            <Table.HeaderCell key={name} scope="col" className="office-number">
              {name}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.key}>
            <Table.HeaderCell scope="row">{row.name}</Table.HeaderCell>
            {cells(row.values)}
          </Table.Row>
        ))}
        <Table.Row>
          <Table.HeaderCell scope="row">{t("web.sharing.log.sum")}</Table.HeaderCell>
          {cells(totals)}
        </Table.Row>
      </Table.Body>
    </ScrollTable>
  );
}
