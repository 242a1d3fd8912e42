import { Button, Heading, Link as Anchor, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "../app/PageTitle";
import { saveFile } from "../manager/unit/workbook/saveFile";
import { Asked } from "../office/Asked";
import { ScrollTable } from "../office/ScrollTable";
import { useCard } from "./useForecast";
import "./forecast.css";

/** The model card, as the fit itself wrote it. */
export function CardPage({ unit, back }: { unit: string; back: string }) {
  const { t } = useTranslation();
  const card = useCard(unit);
  return (
    <>
      <Anchor asChild>
        <Link to={back}>{t("web.forecast.back")}</Link>
      </Anchor>
      <PageTitle>{t("web.forecast.card")}</PageTitle>
      <Asked query={card}>
        {(told) => (
          <>
            {told.sections.map((section) => (
              <section key={section.title} className="panel" aria-label={section.title}>
                <Heading level={2} data-size="2xs">{section.title}</Heading>
                {section.sentences.map((sentence) => (
                  <Paragraph key={sentence}>{sentence}</Paragraph>
                ))}
                <Rows rows={section.rows} label={section.title} />
              </section>
            ))}
            <div>
              <Button
                variant="secondary"
                onClick={() => saveFile(new Blob([told.markdown], { type: "text/markdown" }), t("web.forecast.card.name"))}
              >
                {t("web.forecast.card.keep")}
              </Button>
            </div>
          </>
        )}
      </Asked>
    </>
  );
}

function Rows({ rows, label }: { rows: string[][]; label: string }) {
  const [heads, ...body] = rows;
  if (!heads) return null;
  return (
    <ScrollTable label={label}>
      <Table.Head>
        <Table.Row>
          {heads.map((head) => (
            <Table.HeaderCell key={head} scope="col">{head}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {body.map((row) => (
          <Table.Row key={row.join(" ")}>
            {row.map((cell, n) => (
              <Table.Cell key={heads[n]} className="forecast-cell">{cell}</Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}
