import { Button, Checkbox, Details, Dialog, Heading, Paragraph, Radio, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../../api/ProblemAlert";
import { useFormats } from "../../../../texts/useFormats";
import type { Job } from "../../search/useJobs";
import { type ChoiceTold, type Option, useKeepOption } from "../useQuestions";
import { datesOf, type Week, weeksOf } from "./weeks";

interface Props {
  told: ChoiceTold;
  option: Option;
  job: Job;
  close: () => void;
}

const WAYS = ["nothing", "some"] as const;
type Way = (typeof WAYS)[number];

/** Keep a roster as a draft; what is liked of it, some weeks or some people, is locked. */
export function KeepDialog({ told, option, job, close }: Props) {
  const { t } = useTranslation();
  const first = t("web.manager.choice.draft", { name: t(`web.manager.choice.favours.${option.favours}`) });
  const [name, setName] = useState(first);
  const [way, setWay] = useState<Way>("nothing");
  const [people, setPeople] = useState<readonly string[]>([]);
  const [weeks, setWeeks] = useState<readonly string[]>([]);
  const keep = useKeepOption(job);
  const id = useId();
  const all = weeksOf(told.first, told.last);
  const nothing = way === "some" && people.length + weeks.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || nothing) return;
    const liked = way === "some" ? { people: [...people], dates: datesOf(all.filter((week) => weeks.includes(week.first))) } : null;
    keep.mutate({ favours: option.favours, body: { name: name.trim(), liked } }, { onSuccess: close });
  };
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <form onSubmit={submit} className="stack">
        <Heading level={2} data-size="xs">{t("web.manager.choice.keep")}</Heading>
        <Textfield
          label={t("web.manager.draft.name")}
          value={name}
          maxLength={120}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <div className="stack-tight">
          {WAYS.map((one) => (
            <Radio
              key={one}
              name={id}
              value={one}
              checked={way === one}
              label={t(`web.manager.choice.lock.${one}`)}
              onChange={() => setWay(one)}
            />
          ))}
        </div>
        {way === "some" && (
          <>
            <Paragraph data-size="sm">{t("web.manager.choice.lock.hint")}</Paragraph>
            <Weeks weeks={all} value={weeks} change={setWeeks} />
            <People told={told} value={people} change={setPeople} />
          </>
        )}
        {nothing && <Paragraph data-size="sm">{t("web.manager.choice.lock.none")}</Paragraph>}
        {keep.error && <ProblemAlert error={keep.error} />}
        <div className="row">
          <Button type="submit" loading={keep.isPending} disabled={nothing}>{t("web.manager.choice.keep.do")}</Button>
          <Button type="button" variant="tertiary" onClick={close}>{t("web.manager.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Chosen {
  value: readonly string[];
  change: (chosen: readonly string[]) => void;
}

const toggled = (all: readonly string[], one: string, on: boolean) => (on ? [...all, one] : all.filter((other) => other !== one));

function Weeks({ weeks, value, change }: Chosen & { weeks: readonly Week[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Details>
      <Details.Summary>{t("web.manager.choice.lock.weeks", { count: value.length })}</Details.Summary>
      <Details.Content>
        {weeks.map(({ first, last, number }) => (
          <Checkbox
            key={first}
            label={t("web.manager.choice.lock.week", { number, first: formats.dayShort(first), last: formats.dayShort(last) })}
            checked={value.includes(first)}
            onChange={(event) => change(toggled(value, first, event.target.checked))}
          />
        ))}
      </Details.Content>
    </Details>
  );
}

function People({ told, value, change }: Chosen & { told: ChoiceTold }) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>{t("web.manager.choice.lock.people", { count: value.length })}</Details.Summary>
      <Details.Content>
        {told.people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={value.includes(id)}
            onChange={(event) => change(toggled(value, id, event.target.checked))}
          />
        ))}
      </Details.Content>
    </Details>
  );
}
