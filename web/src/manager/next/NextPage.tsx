import { Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { daysBetween, today } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";
import { useManagedUnit } from "../useManagedUnit";
import { SickCall } from "./SickCall";
import { type Task, tasksOf } from "./tasks";
import { useUnitState } from "./useUnitState";

const SOON_DAYS = 7;

/** What needs doing next in the unit, the most urgent first. */
export default function NextPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit();
  const { state, ready, error, retry } = useUnitState();
  const tasks = ready ? tasksOf(state, new Date()) : [];
  return (
    <div className="page">
      <PageTitle>{t("web.manager.next.title", { unit: unit.name })}</PageTitle>
      {error && <ProblemAlert error={error} retry={retry} />}
      {!ready && !error && <Waiting />}
      {ready && tasks.length === 0 && <Paragraph>{t("web.manager.next.nothing")}</Paragraph>}
      {ready && <SickCall periods={state.periods} />}
      <ol className="plain-list stack">
        {tasks.map((task, n) => (
          <TaskItem key={`${task.name} ${task.to}`} task={task} first={n === 0} />
        ))}
      </ol>
    </div>
  );
}

function TaskItem({ task, first }: { task: Task; first: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const facts = { ...task.facts };
  if (typeof facts.last === "string") facts.last = formats.dayYear(facts.last);
  return (
    <li className="panel task">
      <div className="stack-tight">
        <Heading level={2} data-size="2xs">
          {t(`web.manager.task.${task.name}`, facts)}
        </Heading>
        <Paragraph className="quiet">{t(`web.manager.task.${task.name}.why`, facts)}</Paragraph>
        {task.due && <Due date={task.due} />}
      </div>
      <Button asChild variant={first ? "primary" : "secondary"}>
        <Link to={task.to}>{t(`web.manager.task.${task.name}.do`, facts)}</Link>
      </Button>
    </li>
  );
}

/** A date, and how far off it is in words. */
function Due({ date }: { date: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = daysBetween(today(), date);
  const late = days < 0;
  const colour = late ? "danger" : days <= SOON_DAYS ? "warning" : "neutral";
  return (
    <span className="row entry-tags">
      <Tag data-size="sm" data-color={colour}>
        {t(late ? "web.manager.next.late" : "web.manager.next.due", {
          when: t(`web.manager.when.${whenOf(days)}`, { count: Math.abs(days) }),
          date: formats.dayLong(date),
        })}
      </Tag>
    </span>
  );
}

function whenOf(days: number): string {
  if (days === 0) return "today";
  if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
  return days > 0 ? "ahead" : "ago";
}
