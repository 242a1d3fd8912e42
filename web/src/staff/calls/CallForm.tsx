import { Button, Checkbox, Fieldset, Radio, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { today } from "../../dates/dates";
import { type CallFacts, useSayCall } from "./useCalls";

const WHAT = ["volunteer", "do_not_call"] as const;
const KINDS = ["day", "evening", "night"] as const;

const blank = (): Required<CallFacts> => ({
  kind: "volunteer",
  first: today(),
  last: "",
  shifts: [],
  kinds: [],
});

/** Say yes or no to extra shifts on some dates. */
export function CallForm({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const say = useSayCall(unit);
  const [facts, setFacts] = useState(blank);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<CallFacts>) => setFacts({ ...facts, ...part });
  const wrong = !facts.first || facts.last < facts.first;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong || say.isPending) return;
    say.mutate(facts, {
      onSuccess: () => {
        setFacts(blank());
        setTried(false);
      },
    });
  };
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <Fieldset>
        <Fieldset.Legend>{t("web.calls.what")}</Fieldset.Legend>
        {WHAT.map((kind) => (
          <Radio
            key={kind}
            name="call-kind"
            value={kind}
            label={t(`web.calls.what.${kind}`)}
            checked={facts.kind === kind}
            onChange={() => change({ kind })}
          />
        ))}
      </Fieldset>
      <Textfield
        type="date"
        required
        label={t("web.calls.first")}
        value={facts.first}
        onChange={(event) => change({ first: event.target.value })}
      />
      <Textfield
        type="date"
        required
        label={t("web.calls.last")}
        value={facts.last}
        error={tried && wrong && t("web.calls.last.wrong")}
        onChange={(event) => change({ last: event.target.value })}
      />
      <Kinds chosen={facts.kinds} change={(kinds) => change({ kinds })} />
      {say.error && <ProblemAlert error={say.error} />}
      <div className="row">
        <Button type="submit" loading={say.isPending}>
          {t("web.calls.add")}
        </Button>
        <span role="status">{say.isSuccess && t("web.calls.saved")}</span>
      </div>
    </form>
  );
}

type Kind = Required<CallFacts>["kinds"][number];

function Kinds({ chosen, change }: { chosen: Kind[]; change: (kinds: Kind[]) => void }) {
  const { t } = useTranslation();
  const toggle = (kind: Kind) =>
    change(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind]);
  return (
    <Fieldset>
      <Fieldset.Legend>{t("web.calls.kinds")}</Fieldset.Legend>
      <Fieldset.Description>{t("web.calls.kinds.hint")}</Fieldset.Description>
      {KINDS.map((kind) => (
        <Checkbox
          key={kind}
          value={kind}
          label={t(`web.calls.kinds.${kind}`)}
          checked={chosen.includes(kind)}
          onChange={() => toggle(kind)}
        />
      ))}
    </Fieldset>
  );
}
