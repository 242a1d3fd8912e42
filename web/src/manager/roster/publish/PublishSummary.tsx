import { Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Schemas } from "../../../api/client";
import { today } from "../../../dates/dates";
import { figuresOf } from "../../../office/figures";
import { useProtocol } from "../../../office/questions";
import type { Period } from "../../../periods/usePeriods";
import { useFormats } from "../../../texts/useFormats";
import { useComments } from "../hearing/useHearing";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { type Finding, findings, type Weight } from "./summary";

const COLOURS: Record<Weight, "success" | "warning" | "danger"> = { fine: "success", heed: "warning", stop: "danger" };

interface Props {
  period: Period;
  grid: Schemas["Grid"];
}

/** What will be published, and what is not as it should be. */
export function PublishSummary({ period, grid }: Props) {
  const { t } = useTranslation();
  const protocol = useProtocol(period.id).data?.protocol;
  const comments = useComments(period.id).data ?? [];
  const found = findings({
    grid,
    unanswered: comments.filter((comment) => !comment.answer).length,
    signed: !!protocol?.final && protocol.draft === grid.draft.id,
    start: period.start,
    today: today(),
  });
  return (
    <section className="panel" aria-labelledby="publish-summary">
      <Heading level={2} data-size="2xs" id="publish-summary">
        {t("web.manager.publish.what", { name: t("web.manager.draft.title", { ...grid.draft }) })}
      </Heading>
      <Figures grid={grid} period={period} />
      <ul className="plain-list stack-tight">
        {found.map((one) => (
          <OneFinding key={one.check} found={one} period={period} draft={grid.draft.id} />
        ))}
      </ul>
    </section>
  );
}

function Figures({ grid, period }: { grid: Schemas["Grid"]; period: Period }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const numbers = useNumbers();
  const figures = figuresOf(grid);
  const facts = [
    ["effect", formats.dayYear(period.start)],
    ["people", numbers.whole(figures.people)],
    ["duties", numbers.whole(figures.duties)],
    ["hours", t("web.office.of", { value: formats.hours(figures.planned), whole: formats.hours(figures.contract) })],
    ["points", numbers.whole(figures.points)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`web.manager.publish.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function OneFinding({ found, period, draft }: { found: Finding; period: Period; draft: string }) {
  const { t } = useTranslation();
  const { check, weight, count } = found;
  const where = { hard: paths.grid(period.id, draft), under: paths.card(period.id, draft), short: paths.card(period.id, draft), comments: paths.hearing(period.id), protocol: paths.hearing(period.id), notice: null }[check];
  return (
    <li className="row">
      <Tag data-size="sm" data-color={COLOURS[weight]}>
        {t(`web.manager.publish.weight.${weight}`)}
      </Tag>
      <span>{t(`web.manager.publish.check.${check}.${weight === "fine" ? "fine" : "not"}`, { count })}</span>
      {where && weight !== "fine" && <Link className="ds-link" to={where}>{t("web.manager.publish.see")}</Link>}
    </li>
  );
}
