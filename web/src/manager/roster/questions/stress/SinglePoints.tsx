import { Button, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../../office/ScrollTable";
import { useFormats } from "../../../../texts/useFormats";
import type { StressTold } from "../useQuestions";

const FIRST = 15;
const HEADS = ["date", "shift", "person", "rows"] as const;

/** Shifts that stand or fall with one person: nobody else may take them. */
export function SinglePoints({ told }: { told: StressTold }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const points = told.single_points;
  const shown = all ? points : points.slice(0, FIRST);
  const title = t("web.manager.stress.single", { count: points.length });
  if (told.single_point_days === 0) return null;
  return (
    <section className="panel" aria-labelledby="stress-single">
      <Heading level={2} data-size="2xs" id="stress-single">
        {points.length === 0 ? t("web.manager.stress.single.none") : title}
      </Heading>
      {points.length > 0 && <Paragraph data-size="sm">{t("web.manager.stress.single.hint")}</Paragraph>}
      {points.length > 0 && (
        <ScrollTable label={title}>
          <Table.Head>
            <Table.Row>
              {HEADS.map((head) => (
                <Table.HeaderCell key={head} scope="col">{t(`web.manager.stress.head.${head}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {shown.map((one) => (
              <Table.Row key={`${one.date} ${one.shift} ${one.role ?? ""} ${one.person}`}>
                <Table.Cell>{formats.day(one.date)}</Table.Cell>
                <Table.Cell>{[told.shift_names[one.shift] ?? one.shift, one.role && `(${one.role})`].filter(Boolean).join(" ")}</Table.Cell>
                <Table.Cell>{one.person}</Table.Cell>
                <Table.Cell>{one.rows.join(", ")}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </ScrollTable>
      )}
      {points.length > shown.length && (
        <Button variant="tertiary" onClick={() => setAll(true)}>
          {t("web.manager.stress.single.all", { count: points.length })}
        </Button>
      )}
    </section>
  );
}
