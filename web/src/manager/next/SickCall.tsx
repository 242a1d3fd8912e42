import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { today } from "../../dates/dates";
import type { Period } from "../../periods/usePeriods";
import { paths } from "../roster/paths";

/** The published period that runs now, or the one that comes next. */
export function holdingPeriod(periods: Period[]): Period | undefined {
  const ahead = periods.filter((one) => one.stage === "published" && one.end >= today());
  return ahead.sort((one, other) => one.start.localeCompare(other.start))[0];
}

/** Somebody calls in sick before dawn: the way to a stand-in is the first thing on the page. */
export function SickCall({ periods }: { periods: Period[] }) {
  const { t } = useTranslation();
  const period = holdingPeriod(periods);
  if (!period) return null;
  return (
    <div className="panel task">
      <div className="stack-tight">
        <Heading level={2} data-size="2xs">
          {t("web.manager.next.away")}
        </Heading>
        <Paragraph className="quiet">{t("web.manager.next.away.why", { period: period.name })}</Paragraph>
      </div>
      <div className="row">
        <Button asChild variant="secondary">
          <Link to={paths.repair(period.id)}>{t("web.manager.next.away.do")}</Link>
        </Button>
        <Button asChild variant="tertiary">
          <Link to={paths.open(period.id)}>{t("web.manager.next.away.open")}</Link>
        </Button>
      </div>
    </div>
  );
}
