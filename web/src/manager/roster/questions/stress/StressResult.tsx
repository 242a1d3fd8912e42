import { Alert, Details, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../../texts/useFormats";
import { useDrafts } from "../../drafts/useDrafts";
import { useNumbers } from "../../numbers";
import { paths } from "../../paths";
import type { Job } from "../../search/useJobs";
import type { StressTold } from "../useQuestions";
import { SickTable } from "./SickTable";
import { SinglePoints } from "./SinglePoints";

/** How a roster stands sick calls: first that it is a simulation, last what is assumed. */
export function StressResult({ told, job }: { told: StressTold; job: Job }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <Alert data-color="info">
        <Paragraph>{t("web.manager.stress.simulation")}</Paragraph>
        {told.partial && <Paragraph>{t("web.manager.stress.partial")}</Paragraph>}
      </Alert>
      <About told={told} job={job} />
      {told.first && told.last && (
        <Paragraph>
          {t("web.manager.stress.dates", {
            count: told.days,
            first: formats.dayYear(told.first),
            last: formats.dayYear(told.last),
          })}
        </Paragraph>
      )}
      <SickTable told={told} />
      {told.short_before.length > 0 && (
        <Alert data-color="warning">
          <Paragraph>
            {t("web.manager.stress.short_before", { dates: told.short_before.map(formats.day).join(", ") })}
          </Paragraph>
        </Alert>
      )}
      <SinglePoints told={told} />
      <Assumed told={told} />
    </>
  );
}

/** Which roster was tested; and whether the draft is another one by now. */
function About({ told, job }: { told: StressTold; job: Job }) {
  const { t } = useTranslation();
  const draft = useDrafts(job.period).data?.find((one) => job.about === `draft:${one.id}`);
  if (!draft) return job.about.startsWith("publication:") ? <Paragraph>{t("web.manager.stress.about_published")}</Paragraph> : null;
  const name = t("web.manager.draft.title", { number: draft.number, name: draft.name });
  return (
    <>
      <Paragraph>
        {t("web.manager.stress.about")} <Link className="ds-link" to={paths.grid(job.period, draft.id)}>{name}</Link>
      </Paragraph>
      {told.revision !== null && draft.revision !== told.revision && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.stress.changed")}</Paragraph>
        </Alert>
      )}
    </>
  );
}

function Assumed({ told }: { told: StressTold }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <section className="panel" aria-labelledby="stress-assumed">
      <Heading level={2} data-size="2xs" id="stress-assumed">
        {t("web.manager.stress.assumed")}
      </Heading>
      <ul className="stack-tight">
        {told.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <Details>
        <Details.Summary>{t("web.manager.stress.method.title")}</Details.Summary>
        <Details.Content>
          <Paragraph>
            {t("web.manager.stress.method", { seed: told.seed, samples: numbers.whole(told.samples) })}
          </Paragraph>
        </Details.Content>
      </Details>
    </section>
  );
}
