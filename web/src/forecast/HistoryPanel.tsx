import { Button, Details, Heading, Paragraph, Table } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { useNumbers } from "../manager/roster/numbers";
import { Asked } from "../office/Asked";
import { ScrollTable } from "../office/ScrollTable";
import { useFormats } from "../texts/useFormats";
import { type History, useForecastChanges, useHistory } from "./useForecast";

/** What has been uploaded: week by week where enough people work, and a way to take it away. */
export function HistoryPanel({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const history = useHistory(unit, true);
  return (
    <section className="panel" aria-labelledby="forecast-history">
      <Heading level={2} data-size="2xs" id="forecast-history">
        {t("web.forecast.history")}
      </Heading>
      <Asked query={history} none={t("web.forecast.history.none")} empty={(data) => data.days === 0}>
        {(data) => (
          <>
            <Facts history={data} />
            {data.shown ? <Weeks history={data} /> : <Paragraph>{t("web.forecast.history.hidden", { from: data.shown_from })}</Paragraph>}
            <Remove unit={unit} />
          </>
        )}
      </Asked>
    </section>
  );
}

function Facts({ history }: { history: History }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { decimal } = useNumbers();
  if (!history.first || !history.last) return null;
  return (
    <>
      <Paragraph>
        {t("web.forecast.history.span", {
          count: history.days,
          first: formats.dayYear(history.first),
          last: formats.dayYear(history.last),
          missing: history.missing,
        })}
      </Paragraph>
      {history.shown && (
        <dl className="facts">
          {Object.entries(history.kinds ?? {}).map(([kind, absent]) => (
            <div key={kind}>
              <dt>{t(`web.forecast.kind.${kind}`)}</dt>
              <dd>{t("web.forecast.shifts", { shifts: decimal(absent) })}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Weeks({ history }: { history: History }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { decimal, share } = useNumbers();
  const label = t("web.forecast.history.weeks");
  return (
    <Details className="forecast-details">
      <Details.Summary>{label}</Details.Summary>
      <Details.Content>
        <ScrollTable label={label}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("web.forecast.head.week")}</Table.HeaderCell>
              {(["planned", "absent", "share"] as const).map((head) => (
                <Table.HeaderCell key={head} scope="col" className="office-number">{t(`web.forecast.head.${head}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {[...(history.weeks ?? [])].reverse().map((week) => (
              <Table.Row key={week.first}>
                <Table.HeaderCell scope="row" className="office-date">{formats.dayYear(week.first)}</Table.HeaderCell>
                <Table.Cell className="office-number">{decimal(week.planned)}</Table.Cell>
                <Table.Cell className="office-number">{decimal(week.absent)}</Table.Cell>
                <Table.Cell className="office-number">{week.planned > 0 ? share(week.absent / week.planned) : "–"}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </ScrollTable>
      </Details.Content>
    </Details>
  );
}

/** Asked twice: what is taken away is gone. */
function Remove({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const { remove } = useForecastChanges(unit);
  return (
    <>
      {remove.error && <ProblemAlert error={remove.error} />}
      <div className="row">
        {!sure && (
          <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => setSure(true)}>
            {t("web.forecast.remove")}
          </Button>
        )}
        {sure && (
          <>
            <Button data-size="sm" data-color="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("web.forecast.remove.sure")}
            </Button>
            <Button variant="secondary" data-size="sm" onClick={() => setSure(false)}>
              {t("web.forecast.remove.no")}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
