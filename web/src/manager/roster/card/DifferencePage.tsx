import { Alert, Details, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { api, type Schemas, told } from "../../../api/client";
import { PageTitle } from "../../../app/PageTitle";
import { plusDays } from "../../../dates/dates";
import { Asked } from "../../../office/Asked";
import { ScrollTable } from "../../../office/ScrollTable";
import { useFormats } from "../../../texts/useFormats";
import { useDraftGrid } from "../grid/useDraftGrid";
import { rosterKeys } from "../keys";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import type { Grid } from "./shares";
import { changedCells, compared, weighedOtherwise } from "./terms";
import { usePlain } from "./usePlain";

type Difference = Schemas["DraftDifference"];

/** Two drafts beside each other: goal by goal, and the cells that differ. */
export function DifferencePage({ period }: { period: string }) {
  const { t } = useTranslation();
  const { draft = "", other = "" } = useParams();
  const after = useDraftGrid(draft);
  const before = useDraftGrid(other);
  const difference = useQuery({
    queryKey: rosterKeys.difference(draft, other),
    queryFn: () =>
      told(api.GET("/api/drafts/{draft}/difference/{other}", { params: { path: { draft, other } } })),
    staleTime: 0,
  });
  const title = (grid: Grid | undefined) =>
    grid ? t("web.manager.draft.title", { number: grid.draft.number, name: grid.draft.name }) : "…";
  return (
    <div className="page">
      <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
      <PageTitle>{t("web.manager.difference.title")}</PageTitle>
      <Paragraph>
        {t("web.manager.difference.what", { before: title(before.data), after: title(after.data) })}
      </Paragraph>
      <Asked query={difference}>
        {(found) => <Goals found={found} before={title(before.data)} after={title(after.data)} />}
      </Asked>
      {before.data && after.data && <Cells before={before.data} after={after.data} />}
    </div>
  );
}

function Goals({ found, before, after }: { found: Difference; before: string; after: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const plain = usePlain();
  const hard = (card: Difference["before"]) => (card.breaches ?? []).filter((breach) => breach.hard).length;
  const totals = [
    [t("web.manager.difference.total"), found.before.total, found.after.total],
    [t("web.manager.card.fact.hard"), hard(found.before), hard(found.after)],
  ] as const;
  return (
    <section className="panel" aria-labelledby="difference-goals">
      <Heading level={2} data-size="2xs" id="difference-goals">
        {t("web.manager.difference.goals")}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.difference.hint")}</Paragraph>
      {weighedOtherwise(found.before, found.after) && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t("web.manager.difference.weights")}</Paragraph>
        </Alert>
      )}
      <ScrollTable label={t("web.manager.difference.goals")}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.manager.card.goal")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">{before}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">{after}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">
              {t("web.manager.difference.change")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {totals.map(([name, was, is]) => (
            <Table.Row key={name} className="difference-total">
              <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
              <Table.Cell className="office-number">{numbers.whole(was)}</Table.Cell>
              <Table.Cell className="office-number">{numbers.whole(is)}</Table.Cell>
              <Table.Cell className="office-number">{numbers.signed(is - was)}</Table.Cell>
            </Table.Row>
          ))}
          {compared(found.before, found.after).map((one) => (
            <Table.Row key={one.term}>
              <Table.HeaderCell scope="row">{one.after.name}</Table.HeaderCell>
              <Table.Cell className="office-number">{plain(one.before)}</Table.Cell>
              <Table.Cell className="office-number">{plain(one.after)}</Table.Cell>
              <Table.Cell className="office-number">{numbers.signed(one.change)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}

function Cells({ before, after }: { before: Grid; after: Grid }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const changes = changedCells(before.people, after.people);
  const people = after.people.flatMap((person) => {
    const own = changes.filter((change) => change.person === person.id);
    return own.length > 0 ? [{ person, own }] : [];
  });
  const word = (cell: string) => cell || t("web.grid.cell.free");
  return (
    <section className="panel" aria-labelledby="difference-cells">
      <Heading level={2} data-size="2xs" id="difference-cells">
        {t("web.manager.difference.cells", { count: changes.length })}
      </Heading>
      {people.map(({ person, own }) => (
        <Details key={person.id}>
          <Details.Summary>
            {t("web.manager.difference.person", { name: person.name, count: own.length })}
          </Details.Summary>
          <Details.Content>
            <ul className="change-list">
              {own.map((change) => (
                <li key={change.day}>
                  {t("web.manager.difference.cell", {
                    date: formats.day(plusDays(after.start, change.day)),
                    before: word(change.before),
                    after: word(change.after),
                  })}
                </li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      ))}
    </section>
  );
}
