import {
  Button,
  Checkbox,
  Fieldset,
  Select,
  Textfield,
  ValidationMessage,
} from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { monday, plusDays, today } from "../../dates/dates";
import type { RecurringFacts } from "../../outbox/entry";
import { useFormats } from "../../texts/useFormats";
import { useShiftNames } from "../shifts/useMyShifts";
import { ChoiceFields } from "../wishes/ChoiceFields";
import { choiceOf, draftOf } from "../wishes/draft-choice";
import { useUnitCodes } from "./useUnitCodes";

const EVERY = [1, 2, 3, 4] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  unit: string;
  add: (facts: RecurringFacts) => void;
}

/** Enter a wish that comes back on some weekdays. */
export function RecurringForm({ unit, add }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  const codes = useUnitCodes(unit);
  const name = useShiftNames(unit);
  const [weekdays, setWeekdays] = useState<number[]>([]);
  const [every, setEvery] = useState(1);
  const [first, setFirst] = useState(today());
  const [last, setLast] = useState("");
  const [draft, setDraft] = useState(draftOf(undefined));
  const [tried, setTried] = useState(false);
  const choice = choiceOf(draft);
  const backward = last !== "" && last < first;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!choice || !weekdays.length || !first || backward) return;
    add({ ...choice, first, last: last || null, every, weekdays: [...weekdays].sort() });
    setWeekdays([]);
    setDraft(draftOf(undefined));
    setTried(false);
  };
  const toggle = (day: number) =>
    setWeekdays(weekdays.includes(day) ? weekdays.filter((d) => d !== day) : [...weekdays, day]);
  const start = monday(today());
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <Fieldset>
        <Fieldset.Legend>{t("web.recurring.weekdays")}</Fieldset.Legend>
        <div className="weekdays">
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              value={String(day)}
              label={formats.weekday(plusDays(start, day - 1), "long")}
              checked={weekdays.includes(day)}
              onChange={() => toggle(day)}
            />
          ))}
        </div>
        {tried && !weekdays.length && (
          <ValidationMessage>{t("web.recurring.weekdays.needed")}</ValidationMessage>
        )}
      </Fieldset>
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.recurring.every")}</span>
        <Select id={id} value={every} onChange={(event) => setEvery(Number(event.target.value))}>
          {EVERY.map((weeks) => (
            <Select.Option key={weeks} value={weeks}>
              {t(`web.recurring.every.${weeks}.choice`)}
            </Select.Option>
          ))}
        </Select>
      </label>
      <Textfield
        type="date"
        required
        label={t("web.recurring.first")}
        description={every > 1 ? t("web.recurring.first.hint") : undefined}
        value={first}
        onChange={(event) => setFirst(event.target.value)}
      />
      <Textfield
        type="date"
        label={t("web.recurring.last")}
        value={last}
        error={backward && t("web.recurring.last.backward")}
        onChange={(event) => setLast(event.target.value)}
      />
      <ChoiceFields
        value={draft}
        change={setDraft}
        codes={codes}
        name={name}
        incomplete={tried && !choice}
      />
      <Button type="submit">{t("web.recurring.add")}</Button>
    </form>
  );
}
