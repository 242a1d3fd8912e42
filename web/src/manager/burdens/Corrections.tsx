import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useRates } from "../../burdens/useRates";
import { useFormats } from "../../texts/useFormats";
import type { Whole } from "./useBurdens";

/** What has been corrected of what is carried on from a published period. */
export function Corrections({ whole }: { whole: Whole }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { signed } = useRates();
  if (whole.corrections.length === 0) return null;
  const names = new Map(whole.people.map((one) => [one.person, one.name]));
  return (
    <section className="panel" aria-labelledby="corrections">
      <Heading level={2} data-size="2xs" id="corrections">
        {t("web.manager.burdens.corrections")}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.burdens.corrections.how")}</Paragraph>
      <ul className="plain-list stack-tight">
        {whole.corrections.map((one) => (
          <li key={`${one.person} ${one.burden}`}>
            {t("web.manager.burdens.correction", {
              name: names.get(one.person) ?? one.person,
              burden: t(`web.burdens.of.${one.burden}`),
              points: signed(one.points),
              reason: one.reason,
              at: formats.moment(one.at),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
