import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Refusal, Unreached } from "./problem";

interface Props {
  error: unknown;
  retry?: () => void;
}

/** An error of the service in its one shape: what is wrong, and what to do about it. */
export function ProblemAlert({ error, retry }: Props) {
  const { t } = useTranslation();
  const unreached = error instanceof Unreached;
  const problem = error instanceof Refusal ? error.problem : undefined;
  const message = problem?.message || t(unreached ? "web.error.unreached" : "web.error.unknown");
  const hint = problem?.hint || (unreached ? t("web.error.unreached.hint") : "");
  return (
    <Alert data-color={unreached ? "warning" : "danger"} role="alert" className="problem">
      <Paragraph>{message}</Paragraph>
      {hint && <Paragraph data-size="sm">{hint}</Paragraph>}
      {retry && (
        <Button variant="secondary" data-size="sm" onClick={retry}>
          {t("web.error.retry")}
        </Button>
      )}
    </Alert>
  );
}
