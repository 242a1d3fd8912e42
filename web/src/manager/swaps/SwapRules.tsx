import { Button, Details } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { Asked } from "../../office/Asked";
import { NumberField } from "../form/Fields";
import { useChangeSwapRules, useSwapRules } from "./useManagedSwaps";

const MOST = 336;

/** Until how many hours before a shift staff may ask for a swap of it. */
export function SwapRules({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const rules = useSwapRules(unit);
  return (
    <Details className="swap-rules" variant="default">
      <Details.Summary>{t("web.manager.swaps.rules")}</Details.Summary>
      <Details.Content>
        <Asked query={rules}>{(found) => <RulesForm unit={unit} hours={found.hours} />}</Asked>
      </Details.Content>
    </Details>
  );
}

function RulesForm({ unit, hours }: { unit: string; hours: number }) {
  const { t } = useTranslation();
  const [value, setValue] = useState<number | null>(hours);
  const [tried, setTried] = useState(false);
  const change = useChangeSwapRules(unit);
  const right = value !== null && Number.isInteger(value) && value >= 0 && value <= MOST;
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (right) change.mutate(value);
      }}
    >
      <NumberField
        label={t("web.manager.swaps.hours")}
        hint={t("web.manager.swaps.hours.hint")}
        error={tried && !right ? t("web.manager.swaps.hours.wrong", { most: MOST }) : undefined}
        value={value}
        change={setValue}
        whole
      />
      {change.error && <ProblemAlert error={change.error} />}
      <div className="row">
        <Button type="submit" variant="secondary" loading={change.isPending}>
          {t("web.manager.form.save")}
        </Button>
        <span role="status">{change.isSuccess && t("web.manager.swaps.saved")}</span>
      </div>
    </form>
  );
}
