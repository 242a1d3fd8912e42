import { Button, Checkbox, Fieldset, Heading, Paragraph } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { daysBetween } from "../../dates/dates";
import { ChoiceField, NumberField } from "../../manager/form/Fields";
import { useNumbers } from "../../manager/roster/numbers";
import { Asked } from "../../office/Asked";
import { paths } from "../scenarios/paths";
import { useEffects, useMaterials, useScenarios } from "../scenarios/useScenarios";
import { useAskComparison } from "./useComparisons";

const MOST_SCENARIOS = 8;
const TRUSTED_SEEDS = 5;
const MOST_SEEDS = 20;
const MOST_SECONDS = 600;
const USUAL_SECONDS = 30;
const USUAL_DAYS = 28;
const WHOLE = "whole";
/** Searches at the same time, and how many times as long the first one takes. */
const SIDE_BY_SIDE = 2;
const START_TIMES = 4;

interface Line {
  id: string;
  name: string;
  kinds: string[];
  revision: number;
}

/** Choose scenarios, and how long to search, for a comparison by rostering. */
export function ComparePage({ period }: { period: string }) {
  const { t } = useTranslation();
  const scenarios = useScenarios(period);
  const materials = useMaterials(period);
  return (
    <div className="stack">
      <Link to={paths.of(period)} className="office-link">{t("web.sharing.scenarios.back")}</Link>
      <Heading level={2} data-size="sm">{t("web.sharing.comparison.choose")}</Heading>
      <Paragraph>{t("web.sharing.comparison.lead")}</Paragraph>
      <Asked query={scenarios} none={t("web.sharing.scenarios.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <Asked query={materials}>
            {({ first, last }) => (
              <CompareForm period={period} scenarios={data} length={daysBetween(first, last) + 1} />
            )}
          </Asked>
        )}
      </Asked>
    </div>
  );
}

interface FormProps {
  period: string;
  scenarios: Line[];
  /** Days of the period. */
  length: number;
}

function CompareForm({ period, scenarios, length }: FormProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { decimal } = useNumbers();
  const ready = scenarios.filter((one) => one.kinds.length > 0);
  const [picked, setPicked] = useState<string[]>();
  // all of them until somebody has picked: a list that is fetched anew may have more
  const chosen = picked ?? ready.slice(0, MOST_SCENARIOS).map((one) => one.id);
  const [seeds, setSeeds] = useState<number | null>(TRUSTED_SEEDS);
  const [seconds, setSeconds] = useState<number | null>(USUAL_SECONDS);
  const [days, setDays] = useState<number | null>(length > USUAL_DAYS ? USUAL_DAYS : null);
  const [tried, setTried] = useState(false);
  const ask = useAskComparison(period);
  const faults = faultsOf(ask.error);
  const wrong = {
    chosen: chosen.length === 0 || chosen.length > MOST_SCENARIOS,
    seeds: !whole(seeds, 1, MOST_SEEDS),
    seconds: !whole(seconds, 1, MOST_SECONDS),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.chosen || wrong.seeds || wrong.seconds) return;
    const given = { scenarios: chosen, seeds: seeds ?? TRUSTED_SEEDS, seconds: seconds ?? USUAL_SECONDS, seed: 1, days };
    ask.mutate(given, { onSuccess: (job) => void go(paths.comparison(period, job.id)) });
  };
  const searches = ((chosen.length + 1) * (seeds ?? 0)) / SIDE_BY_SIDE + START_TIMES;
  const minutes = (searches * (seconds ?? 0)) / 60;
  return (
    <form onSubmit={submit} className="panel office-form" noValidate>
      <Fieldset>
        <Fieldset.Legend>{t("web.sharing.scenarios")}</Fieldset.Legend>
        {ready.map((one) => (
          <ScenarioChoice
            key={one.id}
            scenario={one}
            checked={chosen.includes(one.id)}
            toggle={(on) => setPicked(on ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))}
          />
        ))}
        {tried && wrong.chosen && (
          <span role="alert" className="wrong">{t("web.sharing.comparison.wrong.chosen", { most: MOST_SCENARIOS })}</span>
        )}
      </Fieldset>
      <div className="fields">
        <NumberField
          whole
          label={t("web.sharing.comparison.seeds")}
          hint={t("web.sharing.comparison.seeds.hint")}
          value={seeds}
          error={tried && wrong.seeds ? t("web.sharing.comparison.wrong.seeds", { most: MOST_SEEDS }) : undefined}
          change={setSeeds}
        />
        <NumberField
          whole
          label={t("web.sharing.comparison.seconds")}
          hint={t("web.sharing.comparison.seconds.hint")}
          value={seconds}
          error={tried && wrong.seconds ? t("web.sharing.comparison.wrong.seconds", { most: MOST_SECONDS }) : undefined}
          change={setSeconds}
        />
        <ChoiceField
          label={t("web.sharing.comparison.days")}
          hint={t("web.sharing.comparison.days.hint")}
          value={days === null ? WHOLE : String(days)}
          options={[...[14, USUAL_DAYS].filter((one) => one < length), WHOLE].map((one) => ({
            value: String(one),
            label: one === WHOLE ? t("web.sharing.comparison.days.whole") : t("web.sharing.comparison.days.some", { count: one }),
          }))}
          change={(chosenDays) => setDays(chosenDays === WHOLE ? null : Number(chosenDays))}
        />
      </div>
      {(seeds ?? 0) < TRUSTED_SEEDS && <Paragraph>{t("web.sharing.comparison.few_seeds")}</Paragraph>}
      <Paragraph>{t("web.sharing.comparison.whole", { minutes: decimal(minutes) })}</Paragraph>
      {faults.length > 0 && <FaultList faults={faults} title={t("web.sharing.comparison.faulty")} />}
      {ask.error && faults.length === 0 && <ProblemAlert error={ask.error} />}
      <div>
        <Button type="submit" loading={ask.isPending}>{t("web.sharing.comparison.start")}</Button>
      </div>
    </form>
  );
}

function whole(value: number | null, least: number, most: number): boolean {
  return value !== null && Number.isInteger(value) && value >= least && value <= most;
}

interface ChoiceProps {
  scenario: Line;
  checked: boolean;
  toggle: (on: boolean) => void;
}

/** A scenario to compare; one that cannot be as it stands says so before anybody waits for it. */
function ScenarioChoice({ scenario, checked, toggle }: ChoiceProps) {
  const { t } = useTranslation();
  const faults = useEffects(scenario.id, scenario.revision).data?.faults.length ?? 0;
  return (
    <Checkbox
      label={scenario.name}
      description={faults > 0 ? t("web.sharing.effects.faults", { count: faults }) : undefined}
      value={scenario.id}
      checked={checked}
      onChange={(event) => toggle(event.target.checked)}
    />
  );
}
