import { Details, Paragraph, Select } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { type Burden, BURDENS } from "../../burdens/burdens";
import { useRates } from "../../burdens/useRates";

/** Colleagues' figures by name, in a unit that has agreed to it. */
export function Colleagues({ named }: { named: Schemas["NamedLedger"][] }) {
  const { t } = useTranslation();
  const { rate } = useRates();
  const id = useId();
  const [burden, setBurden] = useState<Burden>("weekend");
  const rows = named
    .map((one) => ({ ...one, figure: one.figures.find((figure) => figure.burden === burden) }))
    .sort((a, b) => (b.figure?.per_post ?? 0) - (a.figure?.per_post ?? 0));
  return (
    <Details>
      <Details.Summary>{t("web.burdens.colleagues", { count: named.length })}</Details.Summary>
      <Details.Content className="stack">
        <Paragraph data-size="sm">{t("web.burdens.colleagues.hint")}</Paragraph>
        <label htmlFor={id} className="stack-tight">
          <span>{t("web.burdens.choose")}</span>
          <Select id={id} value={burden} onChange={(event) => setBurden(event.target.value as Burden)}>
            {BURDENS.map((one) => (
              <Select.Option key={one} value={one}>
                {t(`web.burdens.of.${one}`)}
              </Select.Option>
            ))}
          </Select>
        </label>
        <ul className="plain-list stack-tight">
          {rows.map(({ person, name, figure }) => (
            <li key={person}>
              {t("web.burdens.colleague", {
                name,
                points: figure?.points ?? 0,
                rate: rate(figure?.per_post ?? 0),
              })}
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
