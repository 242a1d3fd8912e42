import { Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../api/client";
import { type Of, rosterOf } from "../burdens/burdens";
import { LightSources } from "../burdens/LightSources";
import type { Period } from "../periods/usePeriods";
import { Asked } from "./Asked";
import { ScrollTable } from "./ScrollTable";
import { useNumbers } from "./useNumbers";
import "../burdens/burdens.css";

/** How evenly burdens lie and how many have which light: numbers without names. */
export function BurdensPage({ period }: { period: Period }) {
  const { t } = useTranslation();
  const of = rosterOf(period.stage);
  if (!of) return <Paragraph className="panel">{t("web.burdens.none")}</Paragraph>;
  return (
    <>
      <SpreadPanel period={period.id} of={of} />
      <CountPanel period={period.id} of={of} />
    </>
  );
}

function SpreadPanel({ period, of }: { period: string; of: Of }) {
  const { t } = useTranslation();
  const spread = useQuery({
    queryKey: ["ledger spread", period, of],
    queryFn: () =>
      told(
        api.GET("/api/periods/{period}/ledger/spread", { params: { path: { period }, query: { of } } }),
      ),
  });
  return (
    <section className="panel" aria-labelledby="spread">
      <Heading level={2} data-size="2xs" id="spread">
        {t("web.office.burdens.spread")}
      </Heading>
      <Paragraph data-size="sm">{t("web.office.burdens.spread.how")}</Paragraph>
      <Asked query={spread}>
        {(data) => (
          <>
            {data.ward.length > 0 && <SpreadTable data={data} />}
            <Paragraph data-size="sm" className="quiet">
              {t("web.office.burdens.spread.few", { fewest: data.fewest, people: data.people })}
            </Paragraph>
          </>
        )}
      </Asked>
    </section>
  );
}

const QUARTILES = ["people", "lower", "middle", "upper"] as const;

/** Quartiles per full-time post, burden by burden. */
export function SpreadTable({ data }: { data: Pick<Schemas["LedgerSpread"], "ward" | "spread"> }) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  return (
    <ScrollTable label={t("web.office.burdens.spread")}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t("web.office.burdens.burden")}</Table.HeaderCell>
          {[...QUARTILES, "deviation"].map((column) => (
            <Table.HeaderCell key={column} className="office-number">
              {t(`web.office.burdens.${column}`)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {data.ward.map((one) => (
          <Table.Row key={one.burden}>
            <Table.HeaderCell scope="row">{t(`web.burdens.of.${one.burden}`)}</Table.HeaderCell>
            {QUARTILES.map((column) => (
              <Table.Cell key={column} className="office-number">
                {number(one[column])}
              </Table.Cell>
            ))}
            <Table.Cell className="office-number">{number(data.spread[one.burden] ?? 0)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}

function CountPanel({ period, of }: { period: string; of: Of }) {
  const { t } = useTranslation();
  const counts = useQuery({
    queryKey: ["light counts", period, of],
    queryFn: () =>
      told(
        api.GET("/api/periods/{period}/health/counts", { params: { path: { period }, query: { of } } }),
      ),
  });
  return (
    <section className="panel" aria-labelledby="light-counts">
      <Heading level={2} data-size="2xs" id="light-counts">
        {t("web.office.lights.counts")}
      </Heading>
      <Paragraph data-size="sm">{t("web.lights.how")}</Paragraph>
      <Asked query={counts}>
        {(data) => (
          <>
            {data.worst && <CountTable data={data} worst={data.worst} />}
            <Paragraph data-size="sm" className="quiet">
              {t("web.office.lights.few", { people: data.people, ward: data.fewest_people, lit: data.fewest_lit })}
            </Paragraph>
            <LightSources legend={data.legend} />
          </>
        )}
      </Asked>
    </section>
  );
}

const LIGHTS = ["green", "amber", "red", "lit"] as const;

function CountTable({ data, worst }: { data: Schemas["TallyShape"]; worst: Schemas["Tally"] }) {
  const { t } = useTranslation();
  const names = new Map(data.legend.measures.map((one) => [one.measure, one.name]));
  const few = t("web.office.lights.not_told");
  const rows: [string, Schemas["Tally"]][] = [
    [t("web.office.lights.worst"), worst],
    ...data.measures.map((one): [string, Schemas["Tally"]] => [names.get(one.measure) ?? "", one]),
  ];
  return (
    <ScrollTable label={t("web.office.lights.counts")}>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell>{t("web.office.lights.measure")}</Table.HeaderCell>
          {LIGHTS.map((light) => (
            <Table.HeaderCell key={light} className="office-number">
              {t(light === "lit" ? "web.office.lights.lit" : `web.lights.light.${light}`)}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map(([name, tally]) => (
          <Table.Row key={name}>
            <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
            {LIGHTS.map((light) => (
              <Table.Cell key={light} className="office-number">
                {tally[light] ?? few}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </ScrollTable>
  );
}
