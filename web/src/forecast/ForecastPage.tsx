import { Alert, Button, Heading, Link as Anchor, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "../app/PageTitle";
import { ChoiceField } from "../manager/form/Fields";
import { Asked } from "../office/Asked";
import { useFormats } from "../texts/useFormats";
import { BandPicture } from "./BandPicture";
import { BandTable } from "./BandTable";
import { DriftNote } from "./DriftNote";
import { FittingPanel } from "./FittingPanel";
import { GroundPanel } from "./GroundPanel";
import { HistoryPanel } from "./HistoryPanel";
import { UploadPanel } from "./UploadPanel";
import { type ForecastPage as Page, type Told, useForecast } from "./useForecast";
import { usual } from "./usual";
import "./forecast.css";

const WEEKS = [2, 4, 8, 26, 52] as const;

interface Props {
  unit: { id: string; name: string };
  /** Where the model card is. */
  card: string;
  /** Whether one may upload counts and learn anew; history is seen by those alone. */
  manages: boolean;
  /** Where reserves are planned, for whoever does. */
  reserve?: string;
}

/** How many are likely to be away at short notice, what that rests on and how good it has been. */
export function ForecastPage({ unit, card, manages, reserve }: Props) {
  const { t } = useTranslation();
  const [weeks, setWeeks] = useState(4);
  const page = useForecast(unit.id, weeks * 7);
  return (
    <>
      <PageTitle>{t("web.forecast.title")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.forecast.intro")}</Paragraph>
      <Asked query={page}>
        {(found) => (
          <>
            {found.fitting && <FittingPanel unit={unit.id} fitting={found.fitting} manages={manages} none={!found.told} />}
            {found.told ? (
              <Shown told={found.told} weeks={weeks} setWeeks={setWeeks} card={card} reserve={reserve} unit={unit.id} manages={manages} />
            ) : (
              <Empty page={found} manages={manages} />
            )}
          </>
        )}
      </Asked>
      {manages && <UploadPanel unit={unit} />}
      {manages && <HistoryPanel unit={unit.id} />}
    </>
  );
}

function Empty({ page, manages }: { page: Page; manages: boolean }) {
  const { t } = useTranslation();
  const small = page.employees < page.floor;
  return (
    <section className="panel" aria-labelledby="forecast-empty">
      <Heading level={2} data-size="2xs" id="forecast-empty">
        {t(small ? "web.forecast.small" : "web.forecast.empty")}
      </Heading>
      <Paragraph>
        {small
          ? t("web.forecast.small.why", { floor: page.floor })
          : t(manages ? "web.forecast.empty.how" : "web.forecast.empty.wait")}
      </Paragraph>
      {manages && !small && <Paragraph>{t("web.forecast.empty.persons")}</Paragraph>}
    </section>
  );
}

interface ShownProps {
  told: Told;
  weeks: number;
  setWeeks: (weeks: number) => void;
  card: string;
  reserve: string | undefined;
  unit: string;
  manages: boolean;
}

function Shown({ told, weeks, setWeeks, card, reserve, unit, manages }: ShownProps) {
  const { t } = useTranslation();
  return (
    <>
      <DriftNote told={told} unit={unit} manages={manages} />
      <section className="panel" aria-labelledby="forecast-ahead">
        <Heading level={2} data-size="2xs" id="forecast-ahead">
          {t("web.forecast.ahead")}
        </Heading>
        {told.days.length === 0 ? <Paragraph>{t("web.forecast.over")}</Paragraph> : <Ahead told={told} />}
        <div className="forecast-weeks">
          <ChoiceField
            label={t("web.forecast.weeks")}
            value={String(weeks)}
            options={WEEKS.map((count) => ({ value: String(count), label: t("web.forecast.weeks.some", { count }) }))}
            change={(value) => setWeeks(Number(value))}
          />
        </div>
        {told.days.length > 0 && <BandTable days={told.days} />}
        <Paragraph data-size="sm">{t("web.forecast.persons")}</Paragraph>
        <div className="row">
          <Anchor asChild>
            <Link to={card}>{t("web.forecast.card")}</Link>
          </Anchor>
          {reserve && (
            <Button asChild variant="secondary" data-size="sm">
              <Link to={reserve}>{t("web.forecast.reserve")}</Link>
            </Button>
          )}
        </div>
      </section>
      <GroundPanel told={told} />
    </>
  );
}

function Ahead({ told }: { told: Told }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const near = usual(told.days);
  const [first, last] = [told.days[0], told.days[told.days.length - 1]];
  if (!near || !first || !last) return null;
  const span = { first: formats.dayShort(first.date), last: formats.dayYear(last.date) };
  const sentence = t(near.low === near.high ? "web.forecast.usual.same" : "web.forecast.usual", { ...near });
  return (
    <>
      <p className="forecast-short">{sentence}</p>
      <Paragraph>{t("web.forecast.usual.most", { ...near })}</Paragraph>
      <BandPicture days={told.days} label={t("web.forecast.picture", { ...span, ...near })} />
      {told.days.length > 60 && (
        <Alert data-color="info">
          <Paragraph>{t("web.forecast.far")}</Paragraph>
        </Alert>
      )}
    </>
  );
}
