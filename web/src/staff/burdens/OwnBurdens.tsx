import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { type Of, placeOf, type Spread } from "../../burdens/burdens";
import { Strip } from "../../burdens/Strip";
import { useRates } from "../../burdens/useRates";
import { Asked } from "../../office/Asked";
import { Colleagues } from "./Colleagues";
import { useMyLedger } from "./useBurdens";

type Figure = Schemas["Figure"];

/** One's own points, burden by burden, beside the ward's middle half. */
export function OwnBurdens({ period, of }: { period: string; of: Of }) {
  const { t } = useTranslation();
  const ledger = useMyLedger(period, of);
  return (
    <section className="panel" aria-labelledby="own-burdens">
      <Heading level={2} data-size="2xs" id="own-burdens">
        {t("web.burdens.mine")}
      </Heading>
      <Paragraph data-size="sm">{t("web.burdens.how")}</Paragraph>
      <Asked query={ledger}>{(told) => <Figures told={told} />}</Asked>
    </section>
  );
}

function Figures({ told }: { told: Schemas["MyLedger"] }) {
  const { t } = useTranslation();
  const ward = new Map(told.ward.map((spread) => [spread.burden, spread]));
  return (
    <>
      <ul className="plain-list burden-list">
        {told.own.map((figure) => (
          <OneBurden key={figure.burden} figure={figure} spread={ward.get(figure.burden)} />
        ))}
      </ul>
      {told.ward.length < told.own.length && (
        <Paragraph data-size="sm" className="quiet">
          {t("web.burdens.few", { fewest: told.fewest })}
        </Paragraph>
      )}
      <Corrections corrections={told.corrections} />
      {told.named.length > 0 && <Colleagues named={told.named} />}
    </>
  );
}

function OneBurden({ figure, spread }: { figure: Figure; spread: Spread | undefined }) {
  const { t } = useTranslation();
  const { rate } = useRates();
  const { burden, points, here, share, per_post: mine } = figure;
  return (
    <li className="burden">
      <span className="row burden-head">
        <strong>{t(`web.burdens.of.${burden}`)}</strong>
        <span>{t("web.burdens.points", { count: points })}</span>
      </span>
      <span className="quiet">
        {t("web.burdens.here", { count: here })}
        {typeof share === "number" && `. ${t("web.burdens.share", { count: share })}`}
      </span>
      {spread && (
        <>
          <Strip rate={mine} spread={spread} />
          <span>
            {t(`web.burdens.place.${placeOf(mine, spread)}`)}{" "}
            <span className="quiet">
              {t("web.burdens.strip", {
                mine: rate(mine),
                lower: rate(spread.lower),
                middle: rate(spread.middle),
                upper: rate(spread.upper),
              })}
            </span>
          </span>
        </>
      )}
    </li>
  );
}

function Corrections({ corrections }: { corrections: Schemas["CorrectionShape"][] }) {
  const { t } = useTranslation();
  const { signed } = useRates();
  if (corrections.length === 0) return null;
  return (
    <div className="stack-tight">
      <Heading level={3} data-size="2xs">
        {t("web.burdens.corrected")}
      </Heading>
      <ul className="plain-list">
        {corrections.map((one) => (
          <li key={one.burden}>
            {t("web.burdens.correction", {
              burden: t(`web.burdens.of.${one.burden}`),
              points: signed(one.points),
              reason: one.reason,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
