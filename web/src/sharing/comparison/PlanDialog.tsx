import { Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { EditDialog } from "../../manager/form/EditDialog";
import { DateField, TextField } from "../../manager/form/Fields";
import { type Comparison, type Entry, type Plan, useComparisonChanges } from "./useComparisons";

interface Props {
  comparison: Comparison;
  alternative: string;
  plan: Plan;
  close: () => void;
}

/** Who takes each gain out, from when, and the records that belong to the case. */
export function PlanDialog({ comparison, alternative, plan, close }: Props) {
  const { t } = useTranslation();
  const [before] = useState<Entry>(() => entryOf(plan));
  const [value, setValue] = useState(before);
  const { enter } = useComparisonChanges(comparison);
  const gain = (line: string, part: Partial<Entry["gains"][number]>) =>
    setValue({ ...value, gains: value.gains.map((one) => (one.line === line ? { ...one, ...part } : one)) });
  const record = (kind: string, part: Partial<Entry["records"][number]>) =>
    setValue({ ...value, records: value.records.map((one) => (one.kind === kind ? { ...one, ...part } : one)) });
  return (
    <EditDialog
      title={t("web.sharing.gains.fill")}
      save={() => enter.mutate({ alternative, plan, body: value }, { onSuccess: close })}
      saving={enter.isPending}
      touched={value !== before}
      close={close}
    >
      {value.gains.map((one, number) => (
        <Fieldset key={one.line}>
          <Fieldset.Legend>{plan.lines[number]?.what}</Fieldset.Legend>
          <div className="fields">
            <TextField
              label={t("web.sharing.gains.owner")}
              most={120}
              value={one.owner}
              change={(owner) => gain(one.line, { owner })}
            />
            <DateField
              label={t("web.sharing.gains.date")}
              value={one.date}
              change={(date) => gain(one.line, { date })}
            />
          </div>
        </Fieldset>
      ))}
      {value.records.map((one) => (
        <Fieldset key={one.kind}>
          <Fieldset.Legend>{t(`web.sharing.gains.record.${one.kind}`)}</Fieldset.Legend>
          <div className="fields">
            <DateField
              label={t("web.sharing.gains.record.date")}
              value={one.date}
              change={(date) => record(one.kind, { date })}
            />
            <TextField
              label={t("web.sharing.gains.record.who")}
              most={200}
              value={one.who}
              change={(who) => record(one.kind, { who })}
            />
          </div>
          <TextField
            label={t("web.sharing.gains.record.note")}
            most={2000}
            rows={3}
            value={one.note}
            change={(note) => record(one.kind, { note })}
          />
        </Fieldset>
      ))}
      {enter.error && <ProblemAlert error={enter.error} />}
    </EditDialog>
  );
}

function entryOf(plan: Plan): Entry {
  return {
    gains: plan.lines.map(({ id, owner, date }) => ({ line: id, owner, date })),
    records: plan.records.map((record) => ({ ...record })),
  };
}
