import { Button, Heading, Paragraph, Select, Table, Tag } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Burden, BURDENS } from "../../burdens/burdens";
import { ScrollTable } from "../../office/ScrollTable";
import { useNumbers } from "../../office/useNumbers";
import { above, carriedOf, type Choice, type Column, detail, DETAILS, grown, type Row, rowsOf, sorted } from "./rows";
import type { Whole } from "./useBurdens";

interface Props {
  whole: Whole;
  /** Opens the correction of a person's points; absent where nothing is carried on yet. */
  correct?: (row: Row, burden: Burden) => void;
}

/** Everybody's points: all burdens at once, or one with all that it is made of. */
export function LedgerTable({ whole, correct }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [choice, setChoice] = useState<Choice>("all");
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: "name", down: false });
  const rows = sorted(rowsOf(whole), choice, sort.by, sort.down);
  const burdens = carriedOf(rows);
  const columns: Column[] = ["name", "size", ...(choice === "all" ? burdens : DETAILS)];
  const choose = (burden: string) => {
    setChoice(burden as Choice);
    setSort({ by: burden === "all" ? "name" : "after", down: burden !== "all" });
  };
  return (
    <section className="panel" aria-labelledby="ledger">
      <Heading level={2} data-size="2xs" id="ledger">
        {t("web.manager.burdens.ledger")}
      </Heading>
      <Paragraph data-size="sm">{t(`web.manager.burdens.how.${choice === "all" ? "all" : "one"}`)}</Paragraph>
      <label htmlFor={id} className="row">
        <span>{t("web.burdens.choose")}</span>
        <Select id={id} value={choice} onChange={(event) => choose(event.target.value)} width="auto">
          <Select.Option value="all">{t("web.manager.burdens.all")}</Select.Option>
          {BURDENS.map((burden) => (
            <Select.Option key={burden} value={burden}>
              {t(`web.burdens.of.${burden}`)}
            </Select.Option>
          ))}
        </Select>
      </label>
      <ScrollTable label={t("web.manager.burdens.ledger")}>
        <Table.Head>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell
                key={column}
                scope="col"
                className={column === "name" ? "" : "office-number"}
                sort={sort.by === column ? (sort.down ? "descending" : "ascending") : "none"}
                onClick={() => setSort({ by: column, down: sort.by === column ? !sort.down : column !== "name" })}
              >
                {t(choice === "all" && column !== "name" && column !== "size"
                  ? `web.burdens.of.${column}`
                  : `web.manager.burdens.column.${column}`)}
              </Table.HeaderCell>
            ))}
            {choice !== "all" && correct && <Table.HeaderCell>{t("web.manager.burdens.column.correct")}</Table.HeaderCell>}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <PersonRow key={row.id} row={row} burdens={burdens} choice={choice} correct={correct} />
          ))}
          {choice === "all" && <SpreadRow whole={whole} burdens={burdens} />}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}

interface PersonProps {
  row: Row;
  burdens: Burden[];
  choice: Choice;
  correct: Props["correct"];
}

function PersonRow({ row, burdens, choice, correct }: PersonProps) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {row.name} {row.fresh && <Tag data-size="sm">{t("web.manager.burdens.new")}</Tag>}
      </Table.HeaderCell>
      <Table.Cell className="office-number">{number(row.size)}</Table.Cell>
      {choice === "all"
        ? burdens.map((burden) => <BurdenCell key={burden} row={row} burden={burden} />)
        : DETAILS.map((column) => {
            const value = detail(row, row.entries.get(choice), column);
            const none = column === "share" && value < 0;
            return (
              <Table.Cell key={column} className="office-number">
                {none ? "–" : number(value)}
              </Table.Cell>
            );
          })}
      {choice !== "all" && correct && (
        <Table.Cell>
          <Button
            data-size="sm"
            variant="tertiary"
            aria-label={t("web.manager.burdens.correct_of", { name: row.name })}
            onClick={() => correct(row, choice)}
          >
            {t("web.manager.burdens.correct")}
          </Button>
        </Table.Cell>
      )}
    </Table.Row>
  );
}

function BurdenCell({ row, burden }: { row: Row; burden: Burden }) {
  const { t } = useTranslation();
  const entry = row.entries.get(burden);
  const over = above(entry);
  return (
    <Table.Cell className="office-number">
      {grown(entry) > 0
        ? t("web.manager.burdens.cell", { after: entry?.after ?? 0, here: grown(entry) })
        : entry?.after}
      {over > 0 && (
        <Tag data-size="sm" data-color="warning" className="burden-over">
          {t("web.manager.burdens.over", { count: over })}
        </Tag>
      )}
    </Table.Cell>
  );
}

function SpreadRow({ whole, burdens }: { whole: Whole; burdens: Burden[] }) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{t("web.manager.burdens.spread")}</Table.HeaderCell>
      <Table.Cell />
      {burdens.map((burden) => (
        <Table.Cell key={burden} className="office-number">
          {number(whole.spread[burden] ?? 0)}
        </Table.Cell>
      ))}
    </Table.Row>
  );
}
