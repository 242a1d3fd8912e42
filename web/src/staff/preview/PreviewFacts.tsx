import { Heading } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useFormats } from "../../texts/useFormats";

/** Hours against the contract, weekends, nights, and how many wishes are granted. */
export function PreviewFacts({ preview, name }: { preview: Schemas["Preview"]; name: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="panel" aria-labelledby="preview-facts">
      <Heading level={2} data-size="2xs" id="preview-facts">
        {t("web.preview.title", { name, number: preview.number })}
      </Heading>
      <dl className="facts">
        <div>
          <dt>{t("web.preview.hours")}</dt>
          <dd>
            {t("web.preview.of", {
              value: formats.hours(preview.minutes),
              whole: formats.hours(preview.contract_minutes),
            })}
          </dd>
        </div>
        <div>
          <dt>{t("web.preview.weekends")}</dt>
          <dd>{preview.weekends}</dd>
        </div>
        <div>
          <dt>{t("web.preview.nights")}</dt>
          <dd>{preview.nights}</dd>
        </div>
        <div>
          <dt>{t("web.preview.granted")}</dt>
          <dd>{t("web.preview.of", { value: preview.granted, whole: preview.wishes })}</dd>
        </div>
      </dl>
    </section>
  );
}
