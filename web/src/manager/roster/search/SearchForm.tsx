import { Button, Checkbox, Fieldset, Heading, Radio, Select, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { FaultList } from "../../../api/FaultList";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { faultsOf } from "../../../api/problem";
import type { Period } from "../../../periods/usePeriods";
import type { Draft } from "../drafts/useDrafts";
import { paths } from "../paths";
import { GoalLevels } from "./GoalLevels";
import { type Goal, type Levels, PRESET_NAMES, presetOf, PRESETS, weightsOf } from "./goals";
import { useStart } from "./useJobs";

const LENGTHS = [10, 30, 60, 120, 300, 600, 1800, 3600] as const;
const USUAL = 120;

interface Props {
  period: Period;
  goals: Goal[];
  drafts: Draft[];
  /** The draft to begin with, where somebody came here to go on from one. */
  from?: string;
}

/** How long to search, what to weigh, and where to begin. */
export function SearchForm({ period, goals, drafts, from = "" }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [seconds, setSeconds] = useState<number>(USUAL);
  const [levels, setLevels] = useState<Levels>({});
  const [start, setStart] = useState(() => (drafts.some((draft) => draft.id === from) ? from : ""));
  const [keepLocks, setKeepLocks] = useState(true);
  const [name, setName] = useState("");
  const begin = useStart(period.id);
  const faults = faultsOf(begin.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = { seconds, name: name.trim(), keep_locks: keepLocks, weights: weightsOf(goals, levels), seed: 1 };
    begin.mutate(start ? { ...given, start } : given, {
      onSuccess: (job) => void go(paths.job(period.id, job.id)),
    });
  };
  return (
    <form onSubmit={submit} className="panel search-form">
      <LengthChoice value={seconds} change={setSeconds} />
      <PresetChoice levels={levels} change={setLevels} />
      <GoalLevels goals={goals} levels={levels} change={setLevels} />
      {drafts.length > 0 && (
        <StartChoice drafts={drafts} value={start} change={setStart} locks={keepLocks} changeLocks={setKeepLocks} />
      )}
      <Textfield
        label={t("web.manager.search.name")}
        description={t("web.manager.search.name.hint")}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      {faults.length > 0 && <FaultList faults={faults} title={t("web.manager.search.faults")} />}
      {begin.error && faults.length === 0 && <ProblemAlert error={begin.error} />}
      <div className="row">
        <Button type="submit" loading={begin.isPending}>
          {t("web.manager.search.start")}
        </Button>
        <span className="quiet">{t("web.manager.search.start.hint")}</span>
      </div>
    </form>
  );
}

function LengthChoice({ value, change }: { value: number; change: (seconds: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label htmlFor={id} className="stack-tight">
      <span>{t("web.manager.search.seconds")}</span>
      <span className="quiet">{t("web.manager.search.seconds.hint")}</span>
      <Select id={id} value={value} onChange={(event) => change(Number(event.target.value))}>
        {LENGTHS.map((seconds) => (
          <Select.Option key={seconds} value={seconds}>
            {seconds < 60
              ? t("web.manager.search.seconds.some", { count: seconds })
              : t("web.manager.search.minutes.some", { count: seconds / 60 })}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}

function PresetChoice({ levels, change }: { levels: Levels; change: (levels: Levels) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const chosen = presetOf(levels);
  return (
    <Fieldset>
      <Fieldset.Legend>{t("web.manager.search.preset")}</Fieldset.Legend>
      <Fieldset.Description>{t("web.manager.search.preset.text")}</Fieldset.Description>
      <div className="preset-list">
        {PRESET_NAMES.map((name) => (
          <Radio
            key={name}
            name={id}
            value={name}
            checked={chosen === name}
            label={t(`web.manager.search.preset.${name}`)}
            description={t(`web.manager.search.preset.${name}.hint`)}
            onChange={() => change(PRESETS[name])}
          />
        ))}
      </div>
      {!chosen && <span className="quiet">{t("web.manager.search.preset.own")}</span>}
    </Fieldset>
  );
}

interface StartProps {
  drafts: Draft[];
  value: string;
  change: (draft: string) => void;
  locks: boolean;
  changeLocks: (keep: boolean) => void;
}

function StartChoice({ drafts, value, change, locks, changeLocks }: StartProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="stack-tight">
      <Heading level={2} data-size="2xs">
        <label htmlFor={id}>{t("web.manager.search.from")}</label>
      </Heading>
      <Select id={id} value={value} onChange={(event) => change(event.target.value)}>
        <Select.Option value="">{t("web.manager.search.from.nothing")}</Select.Option>
        {drafts.map((draft) => (
          <Select.Option key={draft.id} value={draft.id}>
            {t("web.manager.draft.title", { number: draft.number, name: draft.name })}
          </Select.Option>
        ))}
      </Select>
      {value && (
        <Checkbox
          checked={locks}
          label={t("web.manager.search.locks")}
          description={t("web.manager.search.locks.hint")}
          onChange={(event) => changeLocks(event.target.checked)}
        />
      )}
    </div>
  );
}
