import { Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFormats } from "../texts/useFormats";
import { LightTag } from "./LightTag";

interface Props {
  person: Schemas["PersonLights"];
  legend: Schemas["LightLegend"];
}

/** One person's lights, each with what it looks at, its thresholds and the dates behind it. */
export function LightList({ person, legend }: Props) {
  const { t } = useTranslation();
  const measures = new Map(legend.measures.map((one) => [one.measure, one]));
  if (person.duties === 0) return <Paragraph>{t("web.lights.nothing")}</Paragraph>;
  return (
    <ul className="plain-list burden-list">
      {person.measures.map((one) => {
        const words = measures.get(one.measure);
        return (
          <li key={one.measure} className="burden">
            <span className="row burden-head">
              <strong>{t("web.lights.measure", { name: words?.name, value: one.value })}</strong>
              <LightTag light={one.light} />
            </span>
            <span className="quiet">{t("web.lights.about", { about: words?.about, limits: words?.limits })}</span>
            <Findings findings={one.findings} />
          </li>
        );
      })}
    </ul>
  );
}

function Findings({ findings }: { findings: Schemas["FindingShape"][] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (findings.length === 0) return null;
  const span = ({ dates }: Schemas["FindingShape"]) => {
    const [first = "", last = first] = [dates[0], dates.at(-1)];
    return first === last
      ? formats.day(first)
      : t("web.lights.span", { first: formats.day(first), last: formats.day(last) });
  };
  return (
    <ul className="light-dates" aria-label={t("web.lights.dates")}>
      {findings.map((one) => (
        <li key={one.dates.join()}>{t("web.lights.finding", { span: span(one), size: one.size })}</li>
      ))}
    </ul>
  );
}
