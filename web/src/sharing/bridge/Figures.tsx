import { Details, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { ScrollTable } from "../../office/ScrollTable";
import { useTold } from "../useTold";
import { StatusTag } from "./StatusTag";
import type { Bridge, Used } from "./useBridge";
import { useFte } from "./useFte";

const ROWS = ["before", "by_automation", "by_coordination", "after", "saved"] as const;
type Row = (typeof ROWS)[number];

/** What each figure is; the two steps rest on the split, which nobody has published. */
export function statusOf(bridge: Bridge, row: Row): Used["status"] {
  if (row === "by_automation" || row === "by_coordination") return "assumed";
  if (row === "saved") return bridge.calibrated ? "published" : "calculated";
  if (row === "after" || bridge.bottom || bridge.assumptions["hours"]) return "calculated";
  return bridge.assumptions["before"]?.status ?? "assumed";
}

/** The figures in numbers, with their band and what each of them is. */
export function Figures({ bridge }: { bridge: Bridge }) {
  const { t } = useTranslation();
  const fte = useFte();
  const span = ({ low, high }: { low: number; high: number }) =>
    low === high ? "–" : t("web.sharing.bridge.span", { low: fte(low), high: fte(high) });
  return (
    <>
      <ScrollTable label={t("web.sharing.bridge.figures")}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.sharing.bridge.figure")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">{t("web.sharing.bridge.fte")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">{t("web.sharing.bridge.band")}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t("web.sharing.bridge.status")}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {ROWS.map((row) => (
            <Table.Row key={row}>
              <Table.HeaderCell scope="row">{t(`web.sharing.bridge.row.${row}`)}</Table.HeaderCell>
              <Table.Cell className="office-number">{fte(bridge[row])}</Table.Cell>
              <Table.Cell className="office-number">{span(bridge.band[row] ?? { low: 0, high: 0 })}</Table.Cell>
              <Table.Cell>
                <StatusTag status={statusOf(bridge, row)} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
      <Bottom bridge={bridge} />
      <Levers bridge={bridge} span={span} />
    </>
  );
}

function Bottom({ bridge }: { bridge: Bridge }) {
  const { t } = useTranslation();
  const { whole, decimal } = useNumbers();
  const fte = useFte();
  const { bottom, hours_per_unit_week: week } = bridge;
  const drawn = bottom?.invented ? bottom.fte : undefined;
  return (
    <>
      {bottom && (
        <Paragraph>
          {t("web.sharing.bridge.bottom", {
            units: whole(bottom.units),
            people: whole(bottom.people),
            hours: whole(bottom.hours),
          })}
        </Paragraph>
      )}
      {week && (
        <Paragraph>{t("web.sharing.bridge.per_unit", { before: decimal(week[0]), after: decimal(week[1]) })}</Paragraph>
      )}
      {drawn && (
        <Paragraph>{t("web.sharing.bridge.draws", { low: fte(drawn.low), high: fte(drawn.high) })}</Paragraph>
      )}
    </>
  );
}

function Levers({ bridge, span }: { bridge: Bridge; span: (one: { low: number; high: number }) => string }) {
  const { t } = useTranslation();
  const told = useTold();
  if (bridge.levers.length === 0) return null;
  const label = t("web.sharing.bridge.levers");
  return (
    <Details>
      <Details.Summary>{label}</Details.Summary>
      <Details.Content>
        <Paragraph data-size="sm">{t("web.sharing.bridge.levers.how")}</Paragraph>
        <ScrollTable label={label}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("web.sharing.bridge.assumption")}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="office-number">{t("web.sharing.bridge.row.by_automation")}</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="office-number">{t("web.sharing.bridge.row.saved")}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {bridge.levers.map((lever) => {
              const used = bridge.assumptions[lever.key];
              return (
                <Table.Row key={lever.key}>
                  <Table.HeaderCell scope="row">{used ? told(used.text) : lever.key}</Table.HeaderCell>
                  <Table.Cell className="office-number">{span(lever.by_automation)}</Table.Cell>
                  <Table.Cell className="office-number">{span(lever.saved)}</Table.Cell>
                </Table.Row>
              );
            })}
          </Table.Body>
        </ScrollTable>
      </Details.Content>
    </Details>
  );
}
