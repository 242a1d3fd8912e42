import { Heading, Paragraph, Select } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageTitle } from "../../app/PageTitle";
import { type Of, rosterOf } from "../../burdens/burdens";
import { NamesNote } from "../../burdens/NamesNote";
import { useNames } from "../../burdens/useNames";
import { Asked } from "../../office/Asked";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { OwnBurdens } from "./OwnBurdens";
import { OwnLights } from "./OwnLights";
import "../../burdens/burdens.css";

/** What one has carried beside the ward, and what the roster asks of body and sleep. */
export default function BurdensPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const periods = usePeriods(unit);
  return (
    <>
      <PageTitle>{t("web.burdens.title")}</PageTitle>
      <Asked query={periods}>{(data) => <Rosters periods={data.filter((one) => rosterOf(one.stage))} />}</Asked>
      <NamesPanel unit={unit} />
    </>
  );
}

function Rosters({ periods }: { periods: Period[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const chosen = periods.find((one) => one.id === search.get("period")) ?? periods[0];
  const of = chosen && rosterOf(chosen.stage);
  if (!chosen || !of) return <Paragraph className="panel">{t("web.burdens.none")}</Paragraph>;
  const name = (period: Period) => t(`web.burdens.roster.${rosterOf(period.stage)}`, { name: period.name });
  return (
    <>
      <label htmlFor={id} className="stack-tight">
        <span>{t("web.burdens.roster")}</span>
        <Select id={id} value={chosen.id} onChange={(event) => setSearch({ period: event.target.value })}>
          {periods.map((one) => (
            <Select.Option key={one.id} value={one.id}>
              {name(one)}
            </Select.Option>
          ))}
        </Select>
      </label>
      <Own key={chosen.id} period={chosen.id} of={of} />
    </>
  );
}

function Own({ period, of }: { period: string; of: Of }) {
  return (
    <>
      <OwnBurdens period={period} of={of} />
      <OwnLights period={period} of={of} />
    </>
  );
}

function NamesPanel({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const names = useNames(unit);
  return (
    <section className="panel" aria-labelledby="names">
      <Heading level={2} data-size="2xs" id="names">
        {t("web.names.title")}
      </Heading>
      <Asked query={names}>{(agreement) => <NamesNote agreement={agreement} />}</Asked>
    </section>
  );
}
