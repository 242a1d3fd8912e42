import { Details, Link } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** Who stands behind the thresholds: folded away until somebody asks. */
export function LightSources({ legend }: { legend: Schemas["LightLegend"] }) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>{t("web.lights.sources")}</Details.Summary>
      <Details.Content className="stack">
        <ul className="plain-list stack-tight">
          {legend.measures.map((one) => (
            <li key={one.measure}>
              <strong>{one.name}</strong>
              {`: ${[one.about, one.limits, ...one.grounds].join("; ")}.`}
            </li>
          ))}
        </ul>
        <ul className="plain-list stack-tight">
          {legend.sources.map((source) => (
            <li key={source.number}>
              <span>{`[${source.number}] `}</span>
              <Link href={source.link}>{source.citation}</Link>
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
