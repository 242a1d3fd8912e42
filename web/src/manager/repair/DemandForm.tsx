import { Button } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField, DateField, NumberField } from "../form/Fields";
import { OnRequest } from "./AwayForm";
import type { Asked, OnDuty } from "./useRepair";

interface Props {
  known: OnDuty;
  find: (question: Asked) => void;
  finding: boolean;
  changed: () => void;
}

/** Another minimum of a row of the staffing plan on a date. */
export function DemandForm({ known, find, finding, changed }: Props) {
  const { t } = useTranslation();
  const [row, setRow] = useState(known.rows[0]?.id ?? "");
  const [date, setDate] = useState<string | null>(known.today);
  const [minimum, setMinimum] = useState<number | null>(2);
  const [onRequest, setOnRequest] = useState(false);
  const set = <T,>(change: (value: T) => void) => (value: T) => {
    changed();
    change(value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find({ demand: [{ row, date: date ?? known.today, minimum: minimum ?? 0 }], on_request: onRequest });
  };
  return (
    <form className="panel" onSubmit={submit}>
      <div className="fields">
        <ChoiceField
          label={t("web.manager.repair.row")}
          value={row}
          options={known.rows.map((one) => ({ value: one.id, label: one.name }))}
          change={set(setRow)}
        />
        <DateField label={t("web.manager.repair.date")} value={date} change={set(setDate)} />
        <NumberField whole label={t("web.manager.repair.minimum")} value={minimum} change={set(setMinimum)} />
      </div>
      <OnRequest value={onRequest} change={set(setOnRequest)} />
      <div>
        <Button type="submit" loading={finding}>
          {t("web.manager.repair.find")}
        </Button>
      </div>
    </form>
  );
}
