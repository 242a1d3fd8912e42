import { Details, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../manager/roster/numbers";
import { ScrollTable } from "../office/ScrollTable";
import { useFormats } from "../texts/useFormats";
import type { Band } from "./useForecast";

const HEADS = ["mean", "half", "eight", "planned"] as const;

/** The picture in numbers. */
export function BandTable({ days }: { days: readonly Band[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { decimal } = useNumbers();
  const between = (low: number, high: number) => t("web.forecast.between", { low: decimal(low), high: decimal(high) });
  return (
    <Details className="forecast-details">
      <Details.Summary>{t("web.forecast.table")}</Details.Summary>
      <Details.Content>
        <ScrollTable label={t("web.forecast.table.label")}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("web.forecast.head.date")}</Table.HeaderCell>
              {HEADS.map((head) => (
                <Table.HeaderCell key={head} scope="col" className="office-number">
                  {t(`web.forecast.head.${head}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {days.map((day) => (
              <Table.Row key={day.date}>
                <Table.HeaderCell scope="row" className="office-date">
                  {formats.day(day.date)}
                </Table.HeaderCell>
                <Table.Cell className="office-number">{decimal(day.mean)}</Table.Cell>
                <Table.Cell className="office-number">{between(day.low_50, day.high_50)}</Table.Cell>
                <Table.Cell className="office-number">{between(day.low_80, day.high_80)}</Table.Cell>
                <Table.Cell className="office-number">{decimal(day.planned)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </ScrollTable>
      </Details.Content>
    </Details>
  );
}
