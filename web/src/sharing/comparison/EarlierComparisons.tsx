import { Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Asked } from "../../office/Asked";
import { useNumbers } from "../../office/useNumbers";
import { paths } from "../scenarios/paths";
import { useComparisons } from "./useComparisons";

const COLOURS = { waiting: "info", running: "info", done: "success", cancelled: "neutral", failed: "danger" } as const;

/** A period's comparisons, the latest first. */
export function EarlierComparisons({ period }: { period: string }) {
  const { t, i18n } = useTranslation();
  const { stamp } = useNumbers();
  const comparisons = useComparisons(period);
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return (
    <section className="panel" aria-labelledby="comparisons">
      <Heading level={2} data-size="2xs" id="comparisons">{t("web.sharing.comparisons")}</Heading>
      <Asked query={comparisons} none={t("web.sharing.comparisons.none")} empty={(data) => data.length === 0}>
        {(data) => (
          <ul className="plain-list stack">
            {data.map((one) => (
              <li key={one.id} className="office-item stack-tight">
                <Link to={paths.comparison(period, one.id)} className="office-link">{list.format(one.scenarios)}</Link>
                <span className="row">
                  <Tag data-color={COLOURS[one.state]}>{t(`web.sharing.comparison.state.${one.state}`)}</Tag>
                  <span className="quiet">{stamp(one.created)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}
