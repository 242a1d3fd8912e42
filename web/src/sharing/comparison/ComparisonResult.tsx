import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useNumbers } from "../../manager/roster/numbers";
import { AlternativePanel } from "./AlternativePanel";
import { MeasureTable } from "./MeasureTable";
import { type Comparison, type Found, useComparisonChanges } from "./useComparisons";

const TRUSTED_SEEDS = 5;
const FORMS = ["xlsx", "pdf", "json"] as const;

interface Props {
  comparison: Comparison;
  found: Found;
}

/** What a comparison has found: the figures side by side, then each alternative. */
export function ComparisonResult({ comparison, found }: Props) {
  const { t } = useTranslation();
  const { whole, decimal } = useNumbers();
  return (
    <>
      {found.invented && <Alert data-color="warning"><Paragraph>{t("web.sharing.scenario.invented")}</Paragraph></Alert>}
      {found.stopped && <Alert data-color="info"><Paragraph>{t("web.sharing.comparison.stopped")}</Paragraph></Alert>}
      {found.seeds < TRUSTED_SEEDS && <Alert data-color="info"><Paragraph>{t("web.sharing.comparison.few_seeds")}</Paragraph></Alert>}
      <Paragraph>
        {t("web.sharing.comparison.how", {
          days: whole(found.days),
          period: whole(found.period_days),
          count: found.seeds,
          seconds: decimal(found.seconds ?? 0),
          minutes: decimal(found.took_seconds / 60),
        })}
      </Paragraph>
      <Downloads comparison={comparison} />
      <MeasureTable alternatives={found.alternatives} />
      {found.alternatives
        .filter((one) => !one.zero)
        .map((one) => (
          <AlternativePanel key={one.id} comparison={comparison} alternative={one} />
        ))}
    </>
  );
}

function Downloads({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const { download } = useComparisonChanges(comparison);
  return (
    <>
      <div className="row" role="group" aria-label={t("web.sharing.comparison.download")}>
        {FORMS.map((form) => (
          <Button
            key={form}
            variant="secondary"
            data-size="sm"
            loading={download.isPending && download.variables.form === form}
            onClick={() => download.mutate({ form, name: t("web.sharing.comparison.file") })}
          >
            {t(`web.sharing.comparison.download.${form}`)}
          </Button>
        ))}
      </div>
      {download.error && <ProblemAlert error={download.error} />}
    </>
  );
}
