import { Alert, Details, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { ScrollTable } from "../../office/ScrollTable";
import { PlanPanel } from "./PlanPanel";
import { partsOfDay } from "./sections";
import type { Alternative, Comparison } from "./useComparisons";

interface Props {
  comparison: Comparison;
  alternative: Alternative;
}

/** One alternative: its gain plan, hours over the day, cover of its shifts, and what comes first. */
export function AlternativePanel({ comparison, alternative }: Props) {
  const { t } = useTranslation();
  const id = `alternative-${alternative.id}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading level={3} data-size="xs" id={id}>{alternative.name}</Heading>
      {alternative.infeasible && (
        <Alert data-color="warning"><Paragraph>{alternative.infeasible}</Paragraph></Alert>
      )}
      {alternative.plan && <PlanPanel comparison={comparison} alternative={alternative.id} plan={alternative.plan} />}
      {alternative.day.length > 0 && (
        <Details>
          <Details.Summary>{t("web.sharing.comparison.day")}</Details.Summary>
          <Details.Content><DayTable day={alternative.day} /></Details.Content>
        </Details>
      )}
      {alternative.cover.length > 0 && (
        <Details>
          <Details.Summary>{t("web.sharing.comparison.cover")}</Details.Summary>
          <Details.Content><CoverTable cover={alternative.cover} /></Details.Content>
        </Details>
      )}
      <Heading level={4} data-size="2xs">{t("web.sharing.effects.steps")}</Heading>
      <ul>
        {alternative.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}

/** Hours of a mean day that each group spends on each task, before and after, by part of the day. */
function DayTable({ day }: Pick<Alternative, "day">) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const title = t("web.sharing.comparison.day");
  const parts = partsOfDay([]);
  return (
    <ScrollTable label={title}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t("web.sharing.effects.task")}</Table.HeaderCell>
          <Table.HeaderCell>{t("web.sharing.effects.group")}</Table.HeaderCell>
          {parts.map(({ from, to }) => (
            <Table.HeaderCell key={from} className="office-number">{t("web.sharing.comparison.part", { from, to })}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {day.map((row) => {
          const after = partsOfDay(row.after);
          return (
            <Table.Row key={`${row.task} ${row.group}`}>
              <Table.Cell>{row.task}</Table.Cell>
              <Table.Cell>{row.group}</Table.Cell>
              {partsOfDay(row.before).map((before, number) => (
                <Table.Cell key={before.from} className="office-number">
                  {t("web.sharing.comparison.before_after", {
                    before: decimal(before.hours),
                    after: decimal(after[number]?.hours ?? 0),
                  })}
                </Table.Cell>
              ))}
            </Table.Row>
          );
        })}
      </Table.Body>
    </ScrollTable>
  );
}

/** On how many days each competence need of a shift was met, as today and then. */
function CoverTable({ cover }: Pick<Alternative, "cover">) {
  const { t } = useTranslation();
  const { decimal } = useNumbers();
  const title = t("web.sharing.comparison.cover");
  return (
    <ScrollTable label={title}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t("web.sharing.comparison.need")}</Table.HeaderCell>
          <Table.HeaderCell>{t("web.sharing.effects.shift")}</Table.HeaderCell>
          {(["days", "zero_met", "met"] as const).map((head) => (
            <Table.HeaderCell key={head} className="office-number">{t(head === "days" ? "web.sharing.comparison.days.needed" : `web.sharing.comparison.${head}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {cover.map((one, number) => (
          <Table.Row key={number}>
            <Table.Cell>{one.name}</Table.Cell>
            <Table.Cell>{one.shift}</Table.Cell>
            <Table.Cell className="office-number">{one.days}</Table.Cell>
            <Table.Cell className="office-number">{one.zero_met === null ? "" : decimal(one.zero_met)}</Table.Cell>
            <Table.Cell className="office-number">{decimal(one.met)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}
