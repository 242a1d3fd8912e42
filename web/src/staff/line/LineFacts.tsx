import { Details, Link, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { weekendsOf } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";
import { dutiesOf, type Line } from "./useDraftLine";
import type { useVerdict } from "./useVerdict";

interface Props {
  line: Line;
  verdict: ReturnType<typeof useVerdict>;
}

/** Hours against the contract, duties and weekends, and which rules the line would break. */
export function LineFacts({ line, verdict }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data, outdated, error } = verdict;
  const dates = dutiesOf(line).map(({ date }) => date);
  return (
    <div className="line-facts" aria-live="polite" aria-busy={outdated}>
      <span>
        <strong className={outdated ? "quiet" : undefined}>
          {data
            ? t("web.line.hours", {
                hours: formats.hours(data.minutes),
                contract: formats.hours(data.contract_minutes),
              })
            : t("web.line.hours_unknown")}
        </strong>
      </span>
      <span>{t("web.line.duties", { count: dates.length })}</span>
      <span>{t("web.line.weekends", { count: weekendsOf(dates) })}</span>
      {data && !error && (
        <Details className="breaches" variant="default" data-size="sm">
          <Details.Summary>{t("web.line.breaches", { count: data.breaches.length })}</Details.Summary>
          <Details.Content>
            {data.breaches.length === 0 && t("web.line.lawful")}
            <ul className="plain-list stack-tight breach-list">
              {data.breaches.map((breach) => (
                <li key={`${breach.rule} ${breach.first} ${breach.text}`}>
                  <Tag data-size="sm" data-color={breach.hard ? "danger" : "warning"}>
                    {breach.name}
                  </Tag>{" "}
                  {breach.text}{" "}
                  {breach.link && (
                    <Link href={breach.link} target="_blank" rel="noreferrer">
                      {breach.paragraph}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      )}
      {error && <ProblemAlert error={error} retry={() => void verdict.refetch()} />}
    </div>
  );
}
