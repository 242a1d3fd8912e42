import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { type Change } from "./changes";
import { Clash } from "./useSection";

interface Props<T> {
  error: unknown;
  /** What the entry is called, as somebody else left it. */
  name: string;
  over: (changes: Change<T>[]) => void;
  theirs: (change: Change<T> | undefined) => void;
}

/** Why something was not saved; what is typed stays, and may be laid over somebody else's change. */
export function SaveProblem<T>({ error, name, over, theirs }: Props<T>) {
  const { t } = useTranslation();
  if (!error) return null;
  if (error instanceof Clash) {
    const changes = error.changes as Change<T>[];
    return (
      <Alert data-color="warning" role="alert">
        <Paragraph>{t("web.manager.clash", { name })}</Paragraph>
        <Paragraph data-size="sm">{t("web.manager.clash.hint")}</Paragraph>
        <div className="row">
          <Button type="button" variant="secondary" data-size="sm" onClick={() => over(changes)}>
            {t("web.manager.clash.over")}
          </Button>
          <Button type="button" variant="secondary" data-size="sm" onClick={() => theirs(changes[0])}>
            {t("web.manager.clash.theirs")}
          </Button>
        </div>
      </Alert>
    );
  }
  const faults = faultsOf(error);
  if (faults.length === 0) return <ProblemAlert error={error} />;
  return <FaultList faults={faults} title={t("web.manager.form.faulty")} />;
}
