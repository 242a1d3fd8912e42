import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../manager/roster/numbers";
import { ScrollTable } from "../office/ScrollTable";
import { useFormats } from "../texts/useFormats";
import { known } from "./known";
import type { Told } from "./useForecast";

type Quality = Told["quality"][number];
const HEADS = ["used", "skill", "coverage"] as const;

const hundredth = (part: number) => Math.round(part * 100) / 100;

/** What the forecast rests on, which method is used and why, and how good it has been. */
export function GroundPanel({ told }: { told: Told }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { decimal, share, whole } = useNumbers();
  const { ground } = told;
  const facts: [string, string][] = [
    [t("web.forecast.ground.days"), t("web.forecast.ground.days.from", { days: whole(ground.days), first: formats.dayYear(ground.first), last: formats.dayYear(ground.last) })],
    [t("web.forecast.ground.missing"), whole(ground.missing)],
    [t("web.forecast.ground.mean"), t("web.forecast.ground.mean.of", { absent: decimal(ground.absent), planned: decimal(ground.planned) })],
    [t("web.forecast.ground.made"), formats.moment(told.made)],
  ];
  return (
    <section className="panel" aria-labelledby="forecast-ground">
      <Heading level={2} data-size="2xs" id="forecast-ground">
        {t("web.forecast.ground")}
      </Heading>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {ground.floor !== null && (
        <Paragraph data-size="sm">{t("web.forecast.floor", { share: share(hundredth(ground.floor)) })}</Paragraph>
      )}
      <QualityTable told={told} />
      <Watched told={told} />
    </section>
  );
}

function QualityTable({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { share } = useNumbers();
  const label = t("web.forecast.quality");
  const reach = (one: Quality, n: number) =>
    t("web.forecast.quality.reach", { from: (told.quality[n - 1]?.horizon ?? 0) + 1, to: one.horizon, count: one.horizon });
  return (
    <>
      <Heading level={3} data-size="2xs">{label}</Heading>
      <Paragraph data-size="sm">{t("web.forecast.quality.how")}</Paragraph>
      <ScrollTable label={label}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t("web.forecast.head.reach")}</Table.HeaderCell>
            {HEADS.map((head) => (
              <Table.HeaderCell key={head} scope="col">{t(`web.forecast.head.${head}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {told.quality.map((one, n) => (
            <Table.Row key={one.horizon}>
              <Table.HeaderCell scope="row">{reach(one, n)}</Table.HeaderCell>
              <Table.Cell>
                {told.used === "naive" ? one.naive_words : one.champion_words}{" "}
                <span className="quiet">{t(`web.forecast.why.${told.used === "naive" ? "drifted" : one.why}`)}</span>
              </Table.Cell>
              <Table.Cell><Skill one={one} /></Table.Cell>
              <Table.Cell>{known(one.coverage_80, (part) => share(hundredth(part)))}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
    </>
  );
}

function Skill({ one }: { one: Quality }) {
  const { t } = useTranslation();
  const { share, decimal } = useNumbers();
  if (one.skill === null || one.skill === undefined) return <>–</>;
  const [low, high] = [one.skill_low, one.skill_high].map((part) => known(part, (found) => decimal(Math.round(found * 100))));
  return (
    <>
      {share(hundredth(one.skill))} <span className="quiet">{t("web.forecast.quality.interval", { low, high })}</span>{" "}
      <span className="quiet">{t("web.forecast.quality.than", { naive: one.naive_words })}</span>
    </>
  );
}

/** What came of the forecasts that were made before. */
function Watched({ told }: { told: Told }) {
  const { t } = useTranslation();
  const { share, decimal } = useNumbers();
  const { drift } = told;
  if (drift.verdict === "too_few")
    return <Paragraph data-size="sm">{t("web.forecast.watch.few", { fewest: drift.thresholds.fewest })}</Paragraph>;
  return (
    <Paragraph data-size="sm">
      {t("web.forecast.watch", {
        days: drift.days,
        ratio: known(drift.ratio, decimal),
        coverage: known(drift.coverage, (part) => share(hundredth(part))),
      })}
    </Paragraph>
  );
}
