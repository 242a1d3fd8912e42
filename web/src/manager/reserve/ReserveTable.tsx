import { Button, Select, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../office/ScrollTable";
import { useFormats } from "../../texts/useFormats";
import { useNumbers } from "../roster/numbers";
import { type Heads, nameOf } from "./heads";
import type { Proposed } from "./useReserve";

const FIRST = 20;

interface Props {
  rows: readonly Proposed[];
  heads: Heads;
  change: (heads: Heads) => void;
  /** What a planned shift costs. */
  planned: number;
}

/** Each day and shift with its reserve heads; fewer can be chosen. */
export function ReserveTable({ rows, heads, change, planned }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const label = t("web.manager.reserve.table");
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <ScrollTable label={label}>
        <Table.Head>
          <Table.Row>
            {(["date", "shift", "heads"] as const).map((head) => (
              <Table.HeaderCell key={head} scope="col">{t(`web.manager.reserve.head.${head}`)}</Table.HeaderCell>
            ))}
            {(["expected", "needed", "worth"] as const).map((head) => (
              <Table.HeaderCell key={head} scope="col" className="office-number">{t(`web.manager.reserve.head.${head}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {shown.map((row) => (
            <Row key={nameOf(row)} row={row} planned={planned} count={heads[nameOf(row)] ?? row.heads} change={(count) => change({ ...heads, [nameOf(row)]: count })} />
          ))}
        </Table.Body>
      </ScrollTable>
      {rows.length > shown.length && (
        <div>
          <Button variant="tertiary" data-size="sm" onClick={() => setAll(true)}>
            {t("web.manager.reserve.all", { count: rows.length })}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  row: Proposed;
  planned: number;
  count: number;
  change: (count: number) => void;
}

function Row({ row, planned, count, change }: RowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { decimal, share, kroner } = useNumbers();
  const shift = row.shift_names.join(", ");
  const worth = row.worth.slice(0, count).reduce((sum, one) => sum + one - planned, 0);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row" className="office-date">{formats.day(row.date)}</Table.HeaderCell>
      <Table.Cell>{shift}</Table.Cell>
      <Table.Cell>
        <Select
          data-size="sm"
          className="forecast-heads"
          aria-label={t("web.manager.reserve.heads_of", { shift, date: formats.day(row.date) })}
          value={String(count)}
          onChange={(event) => change(Number(event.target.value))}
        >
          {Array.from({ length: row.heads + 1 }, (_, n) => (
            <Select.Option key={n} value={String(n)}>
              {n}
            </Select.Option>
          ))}
        </Select>
      </Table.Cell>
      <Table.Cell className="office-number">{decimal(row.expected)}</Table.Cell>
      <Table.Cell className="office-number">{share(Math.round(row.needed * 100) / 100)}</Table.Cell>
      <Table.Cell className="office-number">{kroner(worth)}</Table.Cell>
    </Table.Row>
  );
}
