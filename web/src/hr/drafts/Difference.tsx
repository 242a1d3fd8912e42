import { Paragraph, Table } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { Asked } from "../../office/Asked";
import { fileName } from "../../office/csv";
import { CsvButton } from "../../office/CsvButton";
import { ScrollTable } from "../../office/ScrollTable";
import { useNumbers } from "../../office/useNumbers";
import type { Period } from "../../periods/usePeriods";
import { ChangedPeople } from "./ChangedPeople";
import { hardOf, type TermChange, termChanges } from "./terms";

type DraftDifference = Schemas["DraftDifference"];

interface Props {
  before: string;
  after: string;
  period: Period;
}

/** What one draft has gained or lost against another. */
export function Difference({ before, after, period }: Props) {
  const { i18n } = useTranslation();
  const difference = useQuery({
    queryKey: ["difference", after, before, i18n.language],
    queryFn: () =>
      told(
        api.GET("/api/drafts/{draft}/difference/{other}", {
          params: { path: { draft: after, other: before } },
        }),
      ),
  });
  return <Asked query={difference}>{(data) => <Told difference={data} period={period} />}</Asked>;
}

function Told({ difference, period }: { difference: DraftDifference; period: Period }) {
  const { t } = useTranslation();
  const { number, signed } = useNumbers();
  const { before, after } = difference;
  const terms = termChanges(before, after);
  const heads = ["goal", "unit", "before", "after", "points_before", "points_after", "change"].map(
    (head) => t(`web.hr.difference.${head}`),
  );
  const facts: [string, string][] = [
    ["total", t("web.hr.difference.from_to", { before: number(before.total), after: number(after.total) })],
    ["hard", t("web.hr.difference.from_to", { before: number(hardOf(before)), after: number(hardOf(after)) })],
    ["cells", number(difference.changed_cells)],
  ];
  const row = (one: TermChange) => [
    ...[one.name, one.unit, one.before, one.after],
    ...[one.pointsBefore, one.pointsAfter, one.pointsAfter - one.pointsBefore],
  ];
  return (
    <div className="stack">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`web.hr.difference.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {terms.length === 0 ? (
        <Paragraph>{t("web.hr.difference.none")}</Paragraph>
      ) : (
        <>
          <ScrollTable label={t("web.hr.difference")}>
            <Table.Head>
              <Table.Row>
                {heads.map((head, place) => (
                  <Table.HeaderCell key={head} className={place < 2 ? "" : "office-number"}>
                    {head}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {terms.map((one) => (
                <Table.Row key={one.term}>
                  <Table.HeaderCell scope="row">{one.name}</Table.HeaderCell>
                  <Table.Cell>{one.unit}</Table.Cell>
                  <Table.Cell className="office-number">{number(one.before)}</Table.Cell>
                  <Table.Cell className="office-number">{number(one.after)}</Table.Cell>
                  <Table.Cell className="office-number">{number(one.pointsBefore)}</Table.Cell>
                  <Table.Cell className="office-number">{number(one.pointsAfter)}</Table.Cell>
                  <Table.Cell className="office-number">
                    {signed(one.pointsAfter - one.pointsBefore)}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </ScrollTable>
          <div>
            <CsvButton
              name={fileName(period.name, t("web.hr.difference"))}
              rows={() => [heads, ...terms.map(row)]}
            />
          </div>
        </>
      )}
      <Paragraph data-size="sm" className="quiet">
        {t("web.hr.difference.basis")}
      </Paragraph>
      <ChangedPeople unit={period.unit} people={difference.people} />
    </div>
  );
}
