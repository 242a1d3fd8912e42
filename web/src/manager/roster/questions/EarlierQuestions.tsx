import { Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../texts/useFormats";
import { paths } from "../paths";
import { type Kind, useQuestions } from "./useQuestions";

interface Props {
  period: string;
  kind: Kind;
  /** `draft:ID` or `publication:ID`; nothing for all. */
  about?: string;
}

/** Questions of a kind that were asked before, those that go on among them. */
export function EarlierQuestions({ period, kind, about = "" }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const found = useQuestions(period, kind, about).data ?? [];
  const jobs = about || kind !== "stress" ? found : found.filter((job) => job.about.startsWith("publication:"));
  if (jobs.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="earlier-questions">
      <Heading level={2} data-size="2xs" id="earlier-questions">
        {t(`web.manager.question.earlier.${kind}`)}
      </Heading>
      <ul className="plain-list stack-tight">
        {jobs.map((job) => (
          <li key={job.id} className="row">
            <Link className="ds-link" to={paths.question(period, job.id)}>{formats.moment(job.created)}</Link>
            <Tag data-size="sm" data-color={job.state === "failed" ? "danger" : "neutral"}>
              {t(`web.manager.question.state.${job.state}`)}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}
