import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Of } from "../../burdens/burdens";
import { LightList } from "../../burdens/LightList";
import { LightSources } from "../../burdens/LightSources";
import { Asked } from "../../office/Asked";
import { useMyLights } from "./useBurdens";

/** One's own health lights, with what they mean. */
export function OwnLights({ period, of }: { period: string; of: Of }) {
  const { t } = useTranslation();
  const lights = useMyLights(period, of);
  return (
    <section className="panel" aria-labelledby="own-lights">
      <Heading level={2} data-size="2xs" id="own-lights">
        {t("web.lights.title")}
      </Heading>
      <Paragraph data-size="sm">{t("web.lights.how")}</Paragraph>
      <Asked query={lights}>
        {(told) => (
          <>
            <LightList person={told.mine} legend={told.legend} />
            <LightSources legend={told.legend} />
          </>
        )}
      </Asked>
    </section>
  );
}
