import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { type Scenario, useScenarioChanges } from "./useScenarios";

interface Props {
  scenario: Scenario;
  close: () => void;
  gone: () => void;
}

/** Ask before a scenario is deleted: that cannot be undone. */
export function RemoveDialog({ scenario, close, gone }: Props) {
  const { t } = useTranslation();
  const { remove } = useScenarioChanges(scenario);
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <div className="stack">
        <Heading level={2} data-size="xs">{t("web.sharing.scenario.remove.sure", { name: scenario.name })}</Heading>
        <Paragraph>{t("web.sharing.scenario.remove.hint")}</Paragraph>
        {remove.error && <ProblemAlert error={remove.error} />}
        <div className="row">
          <Button data-color="danger" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: gone })}>
            {t("web.sharing.scenario.remove")}
          </Button>
          <Button variant="tertiary" onClick={close}>{t("web.manager.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
