import { Button, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { ScrollTable } from "../../office/ScrollTable";
import { useFormats } from "../../texts/useFormats";
import { PlanDialog } from "./PlanDialog";
import type { Comparison, Plan } from "./useComparisons";

const SUMS = ["nok_per_year", "yearly_cost_nok", "net_nok_per_year", "one_off_nok"] as const;

interface Props {
  comparison: Comparison;
  alternative: string;
  plan: Plan;
}

/** What is gained, who takes it out and when, and what was discussed and assessed. */
export function PlanPanel({ comparison, alternative, plan }: Props) {
  const { t } = useTranslation();
  const { kroner } = useNumbers();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="office-head">
        <Heading level={4} data-size="2xs">{t("web.sharing.gains")}</Heading>
        <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>{t("web.sharing.gains.fill")}</Button>
      </div>
      <dl className="scenario-figures">
        {SUMS.map((one) => (
          <div key={one}>
            <dt>{t(`web.sharing.gains.${one}`)}</dt>
            <dd>{kroner(plan[one])}</dd>
          </div>
        ))}
      </dl>
      {plan.lines.length === 0 ? <Paragraph>{t("web.sharing.gains.none")}</Paragraph> : <Lines plan={plan} />}
      {plan.withheld.length > 0 && (
        <ul className="quiet">
          {plan.withheld.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <ul>
        {plan.records.map((record) => (
          <li key={record.kind}>
            {record.date
              ? t(`web.sharing.gains.record.${record.kind}.held`, { date: formats.dayYear(record.date), who: record.who })
              : t(`web.sharing.gains.record.${record.kind}.missing`)}
            {record.note && <span className="quiet office-said"> {record.note}</span>}
          </li>
        ))}
      </ul>
      {open && <PlanDialog comparison={comparison} alternative={alternative} plan={plan} close={() => setOpen(false)} />}
    </>
  );
}

function Lines({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { kroner, decimal } = useNumbers();
  const formats = useFormats();
  const title = t("web.sharing.gains.lines");
  const worth = (line: Plan["lines"][number]) =>
    line.nok_per_year === null
      ? t("web.sharing.gains.hours_week", { hours: decimal(line.hours_per_week ?? 0) })
      : t("web.sharing.gains.nok_year", { nok: kroner(line.nok_per_year) });
  return (
    <ScrollTable label={title}>
      <Table.Head>
        <Table.Row>
          {(["what", "worth", "follow_up", "owner", "date"] as const).map((head) => (
            <Table.HeaderCell key={head}>{t(`web.sharing.gains.${head}`)}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {plan.lines.map((line) => (
          <Table.Row key={line.id}>
            <Table.Cell>{line.what}</Table.Cell>
            <Table.Cell>{worth(line)}</Table.Cell>
            <Table.Cell>
              {t("web.sharing.gains.from_to", { measure: line.measure, baseline: decimal(line.baseline), expected: decimal(line.expected) })}
            </Table.Cell>
            <Table.Cell>{line.owner || t("web.sharing.gains.nobody")}</Table.Cell>
            <Table.Cell>{line.date ? formats.dayYear(line.date) : t("web.sharing.gains.no_date")}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}
