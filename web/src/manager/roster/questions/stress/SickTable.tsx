import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../../office/ScrollTable";
import { useNumbers } from "../../numbers";
import type { StressTold } from "../useQuestions";

type Row = StressTold["sick_calls"][number];
type Estimate = Row["ore"];
const HEADS = ["covered", "uncovered", "cost", "called"] as const;

/** How the days stand with so many sick: each figure with its interval. */
export function SickTable({ told }: { told: StressTold }) {
  const { t } = useTranslation();
  const title = t("web.manager.stress.table");
  return (
    <section className="panel" aria-labelledby="stress-table">
      <Heading level={2} data-size="2xs" id="stress-table">
        {title}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.stress.table.hint")}</Paragraph>
      <ScrollTable label={title}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.manager.stress.head.sick")}</Table.HeaderCell>
            {HEADS.map((head) => (
              <Table.HeaderCell key={head} scope="col" className="office-number">
                {t(`web.manager.stress.head.${head}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {told.sick_calls.map((row) => (
            <SickRow key={row.sick} row={row} />
          ))}
        </Table.Body>
      </ScrollTable>
      {told.sick_calls.some((row) => row.capped > 0) && (
        <Paragraph data-size="sm">{t("web.manager.stress.capped")}</Paragraph>
      )}
    </section>
  );
}

function SickRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const between = (low: string, high: string) => t("web.manager.stress.between", { low, high });
  const figure = ({ mean, low, high }: Estimate, unit: number, told: (value: number) => string) => (
    <Table.Cell className="office-number">
      {told(mean / unit)} <span className="quiet">{between(told(low / unit), told(high / unit))}</span>
    </Table.Cell>
  );
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{t("web.manager.stress.sick.some", { count: row.sick })}</Table.HeaderCell>
      <Table.Cell className="office-number">
        <strong>{numbers.share(row.share)}</strong>{" "}
        <span className="quiet">{between(numbers.share(row.low), numbers.share(row.high))}</span>
      </Table.Cell>
      {figure(row.uncovered, 60, numbers.decimal)}
      {figure(row.ore, 100, numbers.kroner)}
      <Table.Cell className="office-number">{numbers.decimal(row.stand_ins)}</Table.Cell>
    </Table.Row>
  );
}
