import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../office/ScrollTable";
import { useFormats } from "../../../texts/useFormats";
import { PlaceLink } from "./PlaceLink";
import type { Clash } from "./useWhy";

const opens = (known: boolean | null): "yes" | "no" | "unknown" =>
  known === null ? "unknown" : known ? "yes" : "no";

/** Things that cannot be had together, who decides each, and whether one alone would do. */
export function ClashPanel({ clash, number }: { clash: Clash; number: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = `clash-${number}`;
  const first = formats.dayLong(clash.first);
  const when =
    clash.first === clash.last
      ? t("web.manager.why.clash.on", { date: first })
      : t("web.manager.why.clash.between", { first, last: formats.dayLong(clash.last) });
  const sure = clash.proved && clash.irreducible;
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading level={2} data-size="2xs" id={id}>
        {t("web.manager.why.clash")}
      </Heading>
      <Paragraph>{when}</Paragraph>
      {clash.elements.length > 1 && <Paragraph>{t("web.manager.why.clash.each")}</Paragraph>}
      <ScrollTable label={t("web.manager.why.clash")}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t("web.manager.why.clash.what")}</Table.HeaderCell>
            <Table.HeaderCell>{t("web.manager.why.clash.owner")}</Table.HeaderCell>
            <Table.HeaderCell>{t("web.manager.why.clash.opens")}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {clash.elements.map((one) => (
            <Table.Row key={one.text}>
              <Table.Cell>
                <div className="stack-tight">
                  <span>{one.text}</span>
                  {one.place && <PlaceLink place={one.place} />}
                </div>
              </Table.Cell>
              <Table.Cell>{one.owner_text}</Table.Cell>
              <Table.Cell>{t(`web.manager.why.opens.${opens(one.opens)}`)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
      <span className="quiet">{t(`web.manager.why.clash.${sure ? "sure" : "unsure"}`)}</span>
    </section>
  );
}
