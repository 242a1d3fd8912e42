import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { useWeekdays } from "../../manager/unit/useWeekdays";
import { ScrollTable } from "../../office/ScrollTable";
import type { Effects } from "./useScenarios";

type Freed = Effects["freed"][number];

/** Who gives which task to whom, what nobody does any more, and what had no room. */
export function MovedTable({ moved, gone }: Pick<Effects, "moved" | "gone">) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const title = t("web.sharing.effects.moved");
  if (moved.length + gone.length === 0) return <Paragraph>{t("web.sharing.effects.moved.none")}</Paragraph>;
  return (
    <>
      <Heading level={4} data-size="2xs">{title}</Heading>
      <ScrollTable label={title}>
        <Table.Head>
          <Table.Row>
            {(["task", "giver", "receiver"] as const).map((head) => (
              <Table.HeaderCell key={head}>{t(`web.sharing.effects.${head}`)}</Table.HeaderCell>
            ))}
            <Table.HeaderCell className="office-number">{t("web.sharing.effects.hours_week")}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {moved.map((one, number) => (
            <Table.Row key={number}>
              <Table.Cell>{one.task}</Table.Cell>
              <Table.Cell>{one.giver}</Table.Cell>
              <Table.Cell>{one.receiver}</Table.Cell>
              <Table.Cell className="office-number">{decimal(one.hours)}</Table.Cell>
            </Table.Row>
          ))}
          {gone.map((one, number) => (
            <Table.Row key={`gone ${number}`}>
              <Table.Cell>{one.task}</Table.Cell>
              <Table.Cell colSpan={2}>{t(`web.sharing.effects.gone.${one.why}`)}</Table.Cell>
              <Table.Cell className="office-number">{decimal(one.hours)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
    </>
  );
}

/** How many new shifts are formed on each weekday, of those that were wanted. */
export function FormedTable({ formed }: Pick<Effects, "formed">) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const weekdays = useWeekdays("short");
  const title = t("web.sharing.effects.formed");
  const rows = grouped(formed, (one) => [one.group, one.shift]);
  const short = formed.filter((one) => one.offered !== null);
  return (
    <>
      <Heading level={4} data-size="2xs">{title}</Heading>
      <WeekTable
        label={title}
        first={t("web.sharing.effects.group")}
        rows={rows}
        cell={(one) => t("web.sharing.effects.of", { heads: one.heads, wanted: one.wanted })}
      />
      {short.length > 0 && (
        <Paragraph data-size="sm">
          {t("web.sharing.effects.too_few", {
            days: short
              .map((one) => `${weekdays[one.weekday - 1]?.label} ${one.shift}: ${decimal(one.offered ?? 0)}`)
              .join(", "),
          })}
        </Paragraph>
      )}
    </>
  );
}

/** What is freed under each row of the staffing plan: whole shifts, or minutes too scattered. */
export function FreedTable({ freed }: Pick<Effects, "freed">) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const title = t("web.sharing.effects.freed");
  if (freed.length === 0) return <Paragraph>{t("web.sharing.effects.freed.none")}</Paragraph>;
  const says = (one: Freed) =>
    t(`web.sharing.effects.becomes.${one.becomes}`, { hours: decimal(one.hours), heads: one.heads });
  return (
    <>
      <Heading level={4} data-size="2xs">{title}</Heading>
      <WeekTable
        label={title}
        first={t("web.sharing.effects.row")}
        rows={grouped(freed, (one) => [one.row, one.shift])}
        cell={says}
      />
      <Paragraph data-size="sm">{t("web.sharing.effects.freed.note")}</Paragraph>
    </>
  );
}

interface WeekRow<T> {
  names: string[];
  days: Map<number, T>;
}

function grouped<T extends { weekday: number }>(all: readonly T[], names: (one: T) => string[]): WeekRow<T>[] {
  const rows = new Map<string, WeekRow<T>>();
  for (const one of all) {
    const key = names(one).join("\n");
    const row = rows.get(key) ?? { names: names(one), days: new Map<number, T>() };
    row.days.set(one.weekday, one);
    rows.set(key, row);
  }
  return [...rows.values()];
}

interface WeekProps<T> {
  label: string;
  first: string;
  rows: WeekRow<T>[];
  cell: (one: T) => string;
}

function WeekTable<T>({ label, first, rows, cell }: WeekProps<T>) {
  const { t } = useTranslation();
  const weekdays = useWeekdays("short");
  return (
    <ScrollTable label={label}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{first}</Table.HeaderCell>
          <Table.HeaderCell>{t("web.sharing.effects.shift")}</Table.HeaderCell>
          {weekdays.map((day) => (
            <Table.HeaderCell key={day.value}>{day.label}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.names.join(" ")}>
            {row.names.map((name, number) => (
              <Table.Cell key={number}>{name}</Table.Cell>
            ))}
            {weekdays.map((day) => {
              const one = row.days.get(day.value);
              return <Table.Cell key={day.value}>{one && cell(one)}</Table.Cell>;
            })}
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}
