import { Alert, Button, Heading, Paragraph, Select, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import type { Period } from "../../../periods/usePeriods";
import type { Draft } from "../drafts/useDrafts";
import { useDraftGrid } from "../grid/useDraftGrid";
import { paths } from "../paths";
import { momentAt, wallTime } from "./oslo";
import { useShow } from "./useHearing";

interface Props {
  period: Period;
  drafts: Draft[];
  /** Another draft is shown already, and this one takes its place. */
  instead?: boolean;
}

const DAYS = 7;

/** A week from now at noon, or what was set before. */
function firstEnd(period: Period): string {
  if (period.comments_to && Date.parse(period.comments_to) > Date.now()) return wallTime(new Date(period.comments_to));
  return `${wallTime(new Date(Date.now() + DAYS * 86_400_000)).slice(0, 10)}T12:00`;
}

/** Choose a draft to be shown to staff and representatives, and until when they may comment. */
export function ShowDraft({ period, drafts, instead = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [chosen, setChosen] = useState("");
  const [until, setUntil] = useState(() => firstEnd(period));
  const [wrong, setWrong] = useState(false);
  const show = useShow(period);
  const draft = drafts.find((one) => one.id === chosen) ?? drafts[0];
  const end = momentAt(until);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const past = until !== "" && (!end || Date.parse(end) <= Date.now());
    setWrong(past);
    if (draft && !past) show.mutate({ draft: draft.id, comments_to: end });
  };
  if (!draft) return <Paragraph className="panel">{t("web.manager.drafts.none")}</Paragraph>;
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <Heading level={2} data-size="2xs" id={`${id}-title`}>
        {t(instead ? "web.manager.hearing.show.instead" : "web.manager.hearing.show")}
      </Heading>
      <Paragraph>{t(instead ? "web.manager.hearing.show.instead.hint" : "web.manager.hearing.show.hint")}</Paragraph>
      <form onSubmit={submit} className="stack">
        <div className="row choose-two">
          <label htmlFor={id} className="stack-tight">
            <span>{t("web.manager.hearing.draft")}</span>
            <Select id={id} value={draft.id} onChange={(event) => setChosen(event.target.value)}>
              {drafts.map((one) => (
                <Select.Option key={one.id} value={one.id}>
                  {t("web.manager.draft.title", { number: one.number, name: one.name })}
                </Select.Option>
              ))}
            </Select>
          </label>
          <Textfield
            type="datetime-local"
            label={t("web.manager.hearing.until")}
            value={until}
            error={wrong ? t("web.manager.hearing.until.past") : undefined}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <Lawful period={period.id} draft={draft.id} />
        {show.error && <ProblemAlert error={show.error} />}
        <div className="row">
          <Button type="submit" loading={show.isPending}>
            {t("web.manager.hearing.show.do")}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Says beforehand whether the draft can be shown at all. */
function Lawful({ period, draft }: { period: string; draft: string }) {
  const { t } = useTranslation();
  const grid = useDraftGrid(draft);
  if (!grid.data) return null;
  const { hard } = grid.data.verdict;
  if (hard === 0) return <Paragraph data-size="sm">{t("web.manager.hearing.lawful")}</Paragraph>;
  return (
    <Alert data-color="danger" data-size="sm">
      <Paragraph>{t("web.manager.hearing.unlawful", { count: hard })}</Paragraph>
      <Link className="ds-link" to={paths.grid(period, draft)}>{t("web.manager.draft.open")}</Link>
    </Alert>
  );
}
