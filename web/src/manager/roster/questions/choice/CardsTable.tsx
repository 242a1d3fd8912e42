import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../../../../office/ScrollTable";
import { GROUPS, grouped } from "../../card/terms";
import { usePlain } from "../../card/usePlain";
import { useNumbers } from "../../numbers";
import type { Option } from "../useQuestions";

/** All cards beside each other, goal by goal, in the order in which a card is read. */
export function CardsTable({ options }: { options: readonly Option[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const plain = usePlain();
  const cards = options.map((option) => new Map(option.card.terms.map((term) => [term.term, term])));
  const groups = grouped(options[0]?.card.terms ?? []);
  const order = GROUPS.flatMap((name) => groups.find((group) => group.group === name)?.terms ?? []);
  const rows = order.filter(({ term }) => cards.some((card) => (card.get(term)?.value ?? 0) !== 0));
  const title = t("web.manager.choice.table");
  return (
    <section className="panel" aria-labelledby="choice-table">
      <Heading level={2} data-size="2xs" id="choice-table">
        {title}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.choice.table.hint")}</Paragraph>
      <ScrollTable label={title}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.manager.card.goal")}</Table.HeaderCell>
            {options.map(({ favours }) => (
              <Table.HeaderCell key={favours} scope="col" className="office-number">
                {t(`web.manager.choice.favours.${favours}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          <Table.Row className="difference-total">
            <Table.HeaderCell scope="row">{t("web.manager.difference.total")}</Table.HeaderCell>
            {options.map(({ favours, card }) => (
              <Table.Cell key={favours} className="office-number">{numbers.whole(card.total)}</Table.Cell>
            ))}
          </Table.Row>
          {rows.map(({ term, name }) => (
            <Table.Row key={term}>
              <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
              {cards.map((card, number) => {
                const own = card.get(term);
                return (
                  <Table.Cell key={number} className="office-number">
                    {own && plain(own)} {own && <span className="quiet">({numbers.whole(own.points)})</span>}
                  </Table.Cell>
                );
              })}
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
    </section>
  );
}
