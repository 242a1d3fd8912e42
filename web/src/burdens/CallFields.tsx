import { Checkbox, Fieldset, Radio, Textfield } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { today } from "../dates/dates";

export type CallFacts = Schemas["CallFacts"];
type Facts = Required<CallFacts>;
type Kind = Facts["kinds"][number];

const WHAT = ["volunteer", "do_not_call"] as const;
const KINDS = ["day", "evening", "night"] as const;

export const blankCall = (): Facts => ({
  kind: "volunteer",
  first: today(),
  last: "",
  shifts: [],
  kinds: [],
});

export const wrongSpan = (facts: Facts) => !facts.first || facts.last < facts.first;

interface Props {
  facts: Facts;
  change: (part: Partial<Facts>) => void;
  tried: boolean;
  legend: string;
  /** What each answer is called: in the employee's words, or in the manager's. */
  answer: (kind: Facts["kind"]) => string;
}

/** Yes or no to extra shifts, on which dates and which shifts. */
export function CallFields({ facts, change, tried, legend, answer }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>{legend}</Fieldset.Legend>
        {WHAT.map((kind) => (
          <Radio
            key={kind}
            name="call-kind"
            value={kind}
            label={answer(kind)}
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
        error={tried && wrongSpan(facts) && t("web.calls.last.wrong")}
        onChange={(event) => change({ last: event.target.value })}
      />
      <Kinds chosen={facts.kinds} change={(kinds) => change({ kinds })} />
    </>
  );
}

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
