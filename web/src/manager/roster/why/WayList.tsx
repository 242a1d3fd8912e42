import { Button, Details, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { PlaceLink } from "./PlaceLink";
import { useTakeWay, type Way } from "./useWhy";

interface Props {
  period: string;
  job: string;
  ways: readonly Way[];
  working: boolean;
}

/** Ways out that the manager may take, the cheapest first, each with a lawful roster. */
export function WayList({ period, job, ways, working }: Props) {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="ways-out">
      <Heading level={2} data-size="xs" id="ways-out">
        {t("web.manager.why.ways")}
      </Heading>
      {ways.length === 0 && !working && <Paragraph>{t("web.manager.why.ways.none")}</Paragraph>}
      {ways.length > 0 && <Paragraph>{t("web.manager.why.ways.proof")}</Paragraph>}
      {ways.map((way) => (
        <WayPanel key={way.number} period={period} job={job} way={way} working={working} />
      ))}
    </section>
  );
}

function WayPanel({ period, job, way, working }: Omit<Props, "ways"> & { way: Way }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const taking = useTakeWay(period, job);
  const places = [...new Set(way.steps.map((step) => step.place))];
  const draft = way.draft ?? taking.data?.id ?? null;
  const id = `way-${way.number}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading level={3} data-size="2xs" id={id}>
        {`${way.number}. ${way.title}`}
      </Heading>
      {typeof way.cost_ore === "number" && (
        <Paragraph>{t("web.manager.why.way.cost", { amount: numbers.kroner(way.cost_ore / 100) })}</Paragraph>
      )}
      <Details>
        <Details.Summary>
          {t("web.manager.why.way.steps", { count: way.steps.length + way.more })}
        </Details.Summary>
        <Details.Content>
          <ul className="stack-tight">
            {way.steps.map((step) => (
              <li key={step.text}>{step.text}</li>
            ))}
          </ul>
          {way.more > 0 && <Paragraph>{t("web.manager.why.way.more", { count: way.more })}</Paragraph>}
        </Details.Content>
      </Details>
      {way.least && <span className="quiet">{t("web.manager.why.way.least")}</span>}
      <div className="row">
        {draft ? (
          <Button asChild variant="secondary">
            <Link to={paths.grid(period, draft)}>{t("web.manager.why.way.opened")}</Link>
          </Button>
        ) : (
          <Button loading={taking.isPending} disabled={working} onClick={() => taking.mutate(way.number)}>
            {t("web.manager.why.way.open")}
          </Button>
        )}
        {places.map((place) => (
          <PlaceLink key={place} place={place} />
        ))}
      </div>
      <span className="quiet">{t("web.manager.why.way.draft_note")}</span>
      {taking.error && <ProblemAlert error={taking.error} />}
    </section>
  );
}
