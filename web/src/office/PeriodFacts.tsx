import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Period } from "../periods/usePeriods";
import { useFormats } from "../texts/useFormats";
import { useNumbers } from "./useNumbers";

/** A period's dates: when it may be wished for, commented on, and must be known. */
export function PeriodFacts({ period }: { period: Period }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { meeting } = useNumbers();
  const unset = t("web.office.unset");
  const moment = (at: string | null | undefined) => (at ? meeting(at) : unset);
  return (
    <section className="panel" aria-labelledby="period-facts">
      <Heading level={2} data-size="2xs" id="period-facts">
        {t("web.office.dates")}
      </Heading>
      <dl className="stack-tight">
        <Fact name={t("web.office.dates.wishes_from")}>{moment(period.wishes_from)}</Fact>
        <Fact name={t("web.office.dates.wishes_to")}>{moment(period.wishes_to)}</Fact>
        <Fact name={t("web.office.dates.comments_to")}>{moment(period.comments_to)}</Fact>
        <Fact name={t("web.office.dates.publish_by")}>{formats.dayYear(period.publish_by)}</Fact>
      </dl>
      <Paragraph data-size="sm" className="quiet">
        {t("web.office.dates.why")}
      </Paragraph>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
