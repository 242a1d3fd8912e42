import { Button, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../texts/useFormats";
import { type Gap, gapsOf, type Grid } from "./figures";
import { ScrollTable } from "./ScrollTable";

const FIRST = 12;
const SHOWN = new Set(["under", "short"] as const);

/** The dates on which fewer are planned than the staffing plan asks for. */
export function GapTable({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const gaps = gapsOf(grid, SHOWN as ReadonlySet<Gap["level"]>);
  return (
    <section className="panel" aria-labelledby="gaps">
      <Heading level={2} data-size="2xs" id="gaps">
        {t("web.office.gaps")}
      </Heading>
      {gaps.length === 0 && <Paragraph>{t("web.office.gaps.none")}</Paragraph>}
      {gaps.length > 0 && (
        <ScrollTable label={t("web.office.gaps")}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t("web.office.date")}</Table.HeaderCell>
              <Table.HeaderCell>{t("web.office.row")}</Table.HeaderCell>
              <Table.HeaderCell className="office-number">{t("web.office.have")}</Table.HeaderCell>
              <Table.HeaderCell className="office-number">{t("web.office.minimum")}</Table.HeaderCell>
              <Table.HeaderCell className="office-number">{t("web.office.target")}</Table.HeaderCell>
              <Table.HeaderCell>{t("web.office.level")}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {(all ? gaps : gaps.slice(0, FIRST)).map((gap) => (
              <GapRow key={`${gap.date} ${gap.row}`} gap={gap} />
            ))}
          </Table.Body>
        </ScrollTable>
      )}
      {gaps.length > FIRST && (
        <div>
          <Button variant="secondary" data-size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("web.office.fewer") : t("web.office.all", { count: gaps.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function GapRow({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Table.Row>
      <Table.Cell className="office-date">{formats.day(gap.date)}</Table.Cell>
      <Table.Cell>{gap.row}</Table.Cell>
      <Table.Cell className="office-number">{gap.have}</Table.Cell>
      <Table.Cell className="office-number">{gap.minimum}</Table.Cell>
      <Table.Cell className="office-number">{gap.target}</Table.Cell>
      <Table.Cell>{t(`web.office.level.${gap.level}`)}</Table.Cell>
    </Table.Row>
  );
}
