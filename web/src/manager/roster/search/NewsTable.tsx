import { Details, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../office/ScrollTable";
import { useNumbers } from "../numbers";
import { gapOf, type News, provedBound, steps, thinned } from "./news";

const MOST = 40;

/** The chart's numbers as a table. */
export function NewsTable({ news }: { news: readonly News[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const rows = thinned(steps(news), MOST);
  if (rows.length === 0) return null;
  const told = (value: number | null) => (value === null ? "–" : numbers.whole(value));
  return (
    <Details>
      <Details.Summary>{t("web.manager.search.table")}</Details.Summary>
      <Details.Content>
        <ScrollTable label={t("web.manager.search.table")}>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t("web.manager.search.axis.seconds")}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t("web.manager.search.objective")}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t("web.manager.search.bound")}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t("web.manager.search.gap")}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {rows.map((one) => {
                const gap = gapOf(one.objective, one.bound);
                return (
                  <Table.Row key={one.number}>
                    <Table.Cell>{numbers.decimal(one.seconds)}</Table.Cell>
                    <Table.Cell>{told(one.objective)}</Table.Cell>
                    <Table.Cell>{told(provedBound(one.objective, one.bound))}</Table.Cell>
                    <Table.Cell>{gap === null ? "–" : numbers.share(gap)}</Table.Cell>
                  </Table.Row>
                );
              })}
            </Table.Body>
        </ScrollTable>
      </Details.Content>
    </Details>
  );
}
