import { Button, Checkbox, Fieldset, Select } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { FaultList } from "../../../../api/FaultList";
import { faultsOf } from "../../../../api/problem";
import { ProblemAlert } from "../../../../api/ProblemAlert";
import { paths } from "../../paths";
import { useAskChoice } from "../useQuestions";

const FAVOURS = ["wishes", "health", "cost", "staffing"] as const;
type Favour = (typeof FAVOURS)[number];
const MINUTES = [1, 2, 5, 10, 30] as const;

/** What the rosters shall favour besides the ward's own goals, and how long to search for them all. */
export function ChoiceForm({ period }: { period: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const id = useId();
  const [favour, setFavour] = useState<readonly Favour[]>(FAVOURS);
  const [minutes, setMinutes] = useState<number>(2);
  const [tried, setTried] = useState(false);
  const ask = useAskChoice(period);
  const faults = faultsOf(ask.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (favour.length === 0) return;
    const given = { seconds: 60 * minutes, seed: 1, favour: FAVOURS.filter((one) => favour.includes(one)) };
    ask.mutate(given, { onSuccess: (job) => void go(paths.question(period, job.id)) });
  };
  return (
    <form onSubmit={submit} className="panel search-form" noValidate>
      <Fieldset>
        <Fieldset.Legend>{t("web.manager.choice.favour")}</Fieldset.Legend>
        <Fieldset.Description>{t("web.manager.choice.favour.hint")}</Fieldset.Description>
        {FAVOURS.map((one) => (
          <Checkbox
            key={one}
            label={t(`web.manager.choice.favours.${one}`)}
            description={t(`web.manager.choice.favours.${one}.hint`)}
            checked={favour.includes(one)}
            onChange={(event) => setFavour(event.target.checked ? [...favour, one] : favour.filter((other) => other !== one))}
          />
        ))}
        {tried && favour.length === 0 && <span role="alert" className="stress-wrong">{t("web.manager.choice.favour.none")}</span>}
      </Fieldset>
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.manager.choice.time")}</span>
        <span className="quiet">{t("web.manager.choice.time.hint")}</span>
        <Select id={id} value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
          {MINUTES.map((count) => (
            <Select.Option key={count} value={count}>{t("web.manager.search.minutes.some", { count })}</Select.Option>
          ))}
        </Select>
      </label>
      {faults.length > 0 && <FaultList faults={faults} title={t("web.manager.search.faults")} />}
      {ask.error && faults.length === 0 && <ProblemAlert error={ask.error} />}
      <div className="row">
        <Button type="submit" loading={ask.isPending}>{t("web.manager.choice.start")}</Button>
        <span className="quiet">{t("web.manager.search.start.hint")}</span>
      </div>
    </form>
  );
}
