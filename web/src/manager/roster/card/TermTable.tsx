import { Details, Heading, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../office/ScrollTable";
import { useNumbers } from "../numbers";
import { grouped, type Term, type TermGroup } from "./terms";
import { usePlain } from "./usePlain";

/** A card's goals by group: what each comes to, and the points that it costs. */
export function TermTable({ terms }: { terms: readonly Term[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="card-terms">
      <Heading level={2} data-size="2xs" id="card-terms">
        {t("web.manager.card.terms")}
      </Heading>
      {grouped(terms).map((group) => (
        <GroupTable key={group.group} group={group} />
      ))}
    </section>
  );
}

function GroupTable({ group }: { group: TermGroup }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const plain = usePlain();
  const title = t(`web.manager.card.group.${group.group}`);
  return (
    <div className="stack-tight card-group">
      <Heading level={3} data-size="2xs">
        {t("web.manager.card.group", { name: title, points: numbers.whole(group.points) })}
      </Heading>
      <ScrollTable label={title}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.manager.card.goal")}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">
              {t("web.manager.card.value")}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className="office-number">
              {t("web.manager.card.points")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {group.terms.map((term) => (
            <Table.Row key={term.term}>
              <Table.HeaderCell scope="row">{term.name}</Table.HeaderCell>
              <Table.Cell className="office-number">{plain(term)}</Table.Cell>
              <Table.Cell className="office-number">{numbers.whole(term.points)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
      {group.terms.some((term) => (term.causes?.length ?? 0) > 0) && <Causes terms={group.terms} />}
    </div>
  );
}

function Causes({ terms }: { terms: readonly Term[] }) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>{t("web.manager.card.causes")}</Details.Summary>
      <Details.Content>
        {terms
          .filter((term) => (term.causes?.length ?? 0) > 0)
          .map((term) => (
            <div key={term.term}>
              <strong>{term.name}</strong>
              <ul>
                {term.causes?.map((cause, number) => <li key={number}>{cause.text}</li>)}
              </ul>
            </div>
          ))}
      </Details.Content>
    </Details>
  );
}
