import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { useNumbers } from "../manager/roster/numbers";
import { atWork, type Fitting, useForecastChanges } from "./useForecast";

interface Props {
  unit: string;
  fitting: Fitting;
  manages: boolean;
  /** Whether there is no forecast from before. */
  none: boolean;
}

/** How the making of a forecast stands; nothing where the latest was made. */
export function FittingPanel({ unit, fitting, manages, none }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { start, stop } = useForecastChanges(unit);
  const error = start.error ?? stop.error;
  if (fitting.state === "done") return null;
  if (atWork(fitting))
    return (
      <section className="panel" aria-labelledby="forecast-fitting">
        <Heading level={2} data-size="2xs" id="forecast-fitting">
          {t(fitting.state === "waiting" ? "web.forecast.fitting.waiting" : "web.forecast.fitting")}
        </Heading>
        <progress
          className="forecast-progress"
          max={1}
          value={fitting.share ?? 0}
          aria-label={t("web.forecast.fitting.progress")}
        />
        <Paragraph data-size="sm">
          {t("web.forecast.fitting.leave", { seconds: numbers.whole(fitting.seconds) })}
        </Paragraph>
        {error && <ProblemAlert error={error} />}
        {manages && (
          <div>
            <Button variant="secondary" data-size="sm" loading={stop.isPending} onClick={() => stop.mutate()}>
              {t("web.forecast.stop")}
            </Button>
          </div>
        )}
      </section>
    );
  const failed = fitting.state === "failed";
  return (
    <Alert data-color={failed ? "danger" : "info"} role="status">
      <Paragraph>{t(failed ? "web.forecast.failed" : "web.forecast.stopped")}</Paragraph>
      {!none && <Paragraph>{t("web.forecast.earlier")}</Paragraph>}
      {error && <ProblemAlert error={error} />}
      {manages && (
        <Button variant="secondary" data-size="sm" loading={start.isPending} onClick={() => start.mutate()}>
          {t("web.forecast.again")}
        </Button>
      )}
    </Alert>
  );
}
