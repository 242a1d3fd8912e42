import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { Asked } from "../../office/Asked";
import { TextField } from "../form/Fields";
import { EffectTable } from "./EffectTable";
import { type Effects, type ManagedSwap, useDecision, useEffects } from "./useManagedSwaps";

/** What a swap changes, and the manager's answer to it. */
export function Decide({ unit, swap }: { unit: string; swap: ManagedSwap }) {
  const effects = useEffects(unit, swap.id);
  return <Asked query={effects}>{(found) => <Answer unit={unit} swap={swap} effects={found} />}</Asked>;
}

function Answer({ unit, swap, effects }: { unit: string; swap: ManagedSwap; effects: Effects }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const decision = useDecision(unit, swap.id);
  const { publication } = effects;
  return (
    <div className="stack-tight">
      {effects.lawful ? <EffectTable effects={effects} /> : <Unlawful faults={effects.faults} />}
      {decision.error && <ProblemAlert error={decision.error} />}
      {refusing ? (
        <Refuse
          busy={decision.isPending}
          refuse={(reason) => decision.mutate({ approve: false, publication, reason })}
          cancel={() => setRefusing(false)}
        />
      ) : (
        <div className="row">
          {effects.lawful && (
            <Button
              loading={decision.isPending}
              onClick={() => decision.mutate({ approve: true, publication, reason: "" })}
            >
              {t("web.manager.swaps.approve")}
            </Button>
          )}
          <Button variant="secondary" onClick={() => setRefusing(true)}>
            {t("web.manager.swaps.refuse")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Unlawful({ faults }: { faults: string[] }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="warning">
      <Paragraph>{t("web.manager.swaps.unlawful")}</Paragraph>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

interface RefuseProps {
  busy: boolean;
  refuse: (reason: string) => void;
  cancel: () => void;
}

function Refuse({ busy, refuse, cancel }: RefuseProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = tried && !reason.trim();
  return (
    <form
      className="stack-tight swap-refusal"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim()) refuse(reason);
      }}
    >
      <TextField
        label={t("web.manager.swaps.reason")}
        hint={t("web.manager.swaps.reason.hint")}
        error={missing ? t("web.manager.swaps.reason.needed") : undefined}
        value={reason}
        change={setReason}
        most={1000}
        rows={2}
      />
      <div className="row">
        <Button type="submit" data-color="danger" loading={busy}>
          {t("web.manager.swaps.refuse")}
        </Button>
        <Button type="button" variant="secondary" onClick={cancel}>
          {t("web.manager.form.cancel")}
        </Button>
      </div>
    </form>
  );
}
