import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { daysBetween } from "../dates/dates";
import { useNumbers } from "../manager/roster/numbers";
import { useFormats } from "../texts/useFormats";
import { known } from "./known";
import { type Told, useForecastChanges } from "./useForecast";

/** Days without counts that are no news: a file is sent now and then. */
const FRESH = 14;

/** How many days lie between the unit's last counts and the first day that is told of. */
function silentFor({ days, ground }: Told): number {
  const first = days[0]?.date;
  return first ? daysBetween(ground.last, first) - 1 : 0;
}

/** Said before anything else: the watch fell back, there is too little history, or new counts. */
export function DriftNote({ told, unit, manages }: { told: Told; unit: string; manages: boolean }) {
  const { t } = useTranslation();
  const { start } = useForecastChanges(unit);
  const formats = useFormats();
  return (
    <>
      {told.used === "naive" && <Drifted told={told} />}
      {told.short && (
        <Alert data-color="warning">
          <Heading level={2} data-size="2xs">{t("web.forecast.short")}</Heading>
          <Paragraph>{t("web.forecast.short.why", { count: told.ground.days })}</Paragraph>
        </Alert>
      )}
      {silentFor(told) > FRESH && (
        <Alert data-color="warning">
          <Paragraph>{t("web.forecast.silent", { date: formats.dayYear(told.ground.last) })}</Paragraph>
        </Alert>
      )}
      {told.stale && (
        <Alert data-color="info">
          <Paragraph>{t("web.forecast.stale")}</Paragraph>
          {start.error && <ProblemAlert error={start.error} />}
          {manages && (
            <Button variant="secondary" data-size="sm" loading={start.isPending} onClick={() => start.mutate()}>
              {t("web.forecast.again")}
            </Button>
          )}
        </Alert>
      )}
    </>
  );
}

function Drifted({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { share, decimal } = useNumbers();
  const { drift } = told;
  const facts = {
    days: drift.days,
    ratio: known(drift.ratio, decimal),
    coverage: known(drift.coverage, share),
    skill: known(drift.skill, (skill) => share(-skill)),
  };
  return (
    <Alert data-color="warning" role="alert">
      <Heading level={2} data-size="2xs">{t("web.forecast.drift")}</Heading>
      <Paragraph>{t("web.forecast.drift.what")}</Paragraph>
      <ul>
        {(drift.reasons ?? []).map((reason) => (
          <li key={reason}>{t(`web.forecast.drift.${reason}`, facts)}</li>
        ))}
      </ul>
    </Alert>
  );
}
