import { Heading, Paragraph, Table, Tag } from "@digdir/designsystemet-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { ScrollTable } from "../../office/ScrollTable";
import { type Section, sectioned } from "./sections";
import type { Alternative, Measure } from "./useComparisons";
import { useMeasured } from "./useMeasured";

const COLOURS = { better: "success", worse: "danger", different: "info" } as const;

/** Every measure of every alternative, the zero first, and what may be said of the difference. */
export function MeasureTable({ alternatives }: { alternatives: Alternative[] }) {
  const { t } = useTranslation();
  const title = t("web.sharing.comparison.table");
  return (
    <section className="panel" aria-labelledby="comparison-table">
      <Heading level={3} data-size="2xs" id="comparison-table">{title}</Heading>
      <Paragraph data-size="sm">{t("web.sharing.comparison.table.how")}</Paragraph>
      <ScrollTable label={title}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t("web.sharing.comparison.measure")}</Table.HeaderCell>
            {alternatives.map((one) => (
              <Table.HeaderCell key={one.id}>{one.name}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          <GapRow alternatives={alternatives} />
          {sectioned(alternatives).map((section) => (
            <SectionRows key={section.section} section={section} alternatives={alternatives} />
          ))}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}

/** How far from the best possible the searches may be: what is smaller than that says nothing. */
function GapRow({ alternatives }: { alternatives: Alternative[] }) {
  const { t } = useTranslation();
  const { share } = useNumbers();
  const says = (one: Alternative) => {
    if (one.infeasible) return one.infeasible;
    if (one.gap === null) return t("web.sharing.comparison.gap.unknown");
    return t("web.sharing.comparison.gap.most", { gap: share(one.gap) });
  };
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">{t("web.sharing.comparison.gap")}</Table.HeaderCell>
      {alternatives.map((one) => (
        <Table.Cell key={one.id}>{says(one)}</Table.Cell>
      ))}
    </Table.Row>
  );
}

function SectionRows({ section, alternatives }: { section: Section; alternatives: Alternative[] }) {
  const { t } = useTranslation();
  return (
    <Fragment>
      <Table.Row>
        <Table.HeaderCell scope="colgroup" colSpan={alternatives.length + 1} className="comparison-section">
          {t(`web.sharing.comparison.section.${section.section}`)}
        </Table.HeaderCell>
      </Table.Row>
      {section.rows.map((row) => (
        <Table.Row key={row.id}>
          <Table.HeaderCell scope="row">
            {row.name}
            {row.source === "assumed" && <span className="quiet"> ({t("web.sharing.comparison.assumed")})</span>}
          </Table.HeaderCell>
          {row.measures.map((measure, number) => (
            <Table.Cell key={alternatives[number]?.id}>{measure && <Told measure={measure} />}</Table.Cell>
          ))}
        </Table.Row>
      ))}
    </Fragment>
  );
}

function Told({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const { value, difference } = useMeasured();
  const { unit, mean, low, high, verdict } = measure;
  return (
    <>
      <span className="comparison-value">{value(unit, mean)}</span>
      {low !== high && (
        <span className="quiet comparison-verdict">
          {t("web.sharing.comparison.between", { low: value(unit, low), high: value(unit, high) })}
        </span>
      )}
      {verdict === "none" && <span className="quiet comparison-verdict">{t("web.sharing.comparison.verdict.none")}</span>}
      {verdict && verdict !== "none" && (
        <Tag data-size="sm" data-color={COLOURS[verdict]}>
          {t(`web.sharing.comparison.verdict.${verdict}`, { difference: difference(unit, measure.difference ?? 0) })}
        </Tag>
      )}
    </>
  );
}
