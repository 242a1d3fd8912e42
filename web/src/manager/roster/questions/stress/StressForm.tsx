import { Button, Checkbox, Details, Fieldset, Select, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ProblemAlert } from "../../../../api/ProblemAlert";
import { paths } from "../../paths";
import { useAskStress } from "../useQuestions";

const SICK = [1, 2, 3, 4] as const;
const USUAL = [1, 2, 3];
const DRAWS = [5, 20, 50, 100] as const;
const MOST_SEED = 2 ** 31 - 1;

/** How many are sick a day, and how often each day is drawn. */
export function StressForm({ period, draft }: { period: string; draft: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [sick, setSick] = useState<number[]>(USUAL);
  const [samples, setSamples] = useState<number>(20);
  const [seed, setSeed] = useState("1");
  const [tried, setTried] = useState(false);
  const ask = useAskStress(period, draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sick.length === 0 || !fitting(seed)) return;
    const given = { seconds: 300, seed: Number(seed), sick: [...sick].sort((a, b) => a - b), samples };
    ask.mutate(given, { onSuccess: (job) => void go(paths.question(period, job.id)) });
  };
  return (
    <form onSubmit={submit} className="panel search-form" noValidate>
      <SickChoice value={sick} change={setSick} wrong={tried && sick.length === 0} />
      <DrawChoice value={samples} change={setSamples} />
      <Details>
        <Details.Summary>{t("web.manager.stress.seed.more")}</Details.Summary>
        <Details.Content>
          <Textfield
            label={t("web.manager.stress.seed")}
            description={t("web.manager.stress.seed.hint")}
            inputMode="numeric"
            value={seed}
            error={tried && !fitting(seed) ? t("web.manager.stress.seed.wrong") : undefined}
            onChange={(event) => setSeed(event.target.value)}
          />
        </Details.Content>
      </Details>
      {ask.error && <ProblemAlert error={ask.error} />}
      <div className="row">
        <Button type="submit" loading={ask.isPending}>
          {t("web.manager.stress.start")}
        </Button>
        <span className="quiet">{t("web.manager.stress.start.hint")}</span>
      </div>
    </form>
  );
}

function fitting(seed: string): boolean {
  return /^\d{1,10}$/.test(seed) && Number(seed) <= MOST_SEED;
}

function SickChoice({ value, change, wrong }: { value: number[]; change: (sick: number[]) => void; wrong: boolean }) {
  const { t } = useTranslation();
  return (
    <Fieldset>
      <Fieldset.Legend>{t("web.manager.stress.sick")}</Fieldset.Legend>
      <Fieldset.Description>{t("web.manager.stress.sick.hint")}</Fieldset.Description>
      <div className="row">
        {SICK.map((count) => (
          <Checkbox
            key={count}
            label={t("web.manager.stress.sick.some", { count })}
            checked={value.includes(count)}
            error={wrong ? " " : undefined}
            onChange={(event) => change(event.target.checked ? [...value, count] : value.filter((one) => one !== count))}
          />
        ))}
      </div>
      {wrong && <span role="alert" className="stress-wrong">{t("web.manager.stress.sick.none")}</span>}
    </Fieldset>
  );
}

function DrawChoice({ value, change }: { value: number; change: (samples: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label htmlFor={id} className="stack-tight">
      <span>{t("web.manager.stress.draws")}</span>
      <span className="quiet">{t("web.manager.stress.draws.hint")}</span>
      <Select id={id} value={value} onChange={(event) => change(Number(event.target.value))}>
        {DRAWS.map((count) => (
          <Select.Option key={count} value={count}>
            {t("web.manager.stress.draws.some", { count })}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}
