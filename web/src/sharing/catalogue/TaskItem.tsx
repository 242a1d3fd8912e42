import { Button, Details, Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useFormats } from "../../texts/useFormats";
import type { As } from "../pages";
import { type Approval, type TaskRow, useDecide } from "../useSharing";
import { useTold } from "../useTold";
import { ApprovalLine } from "./ApprovalLine";
import { useWayWords } from "./useWayWords";

interface Props {
  unit: string;
  task: TaskRow;
  as: As;
  change: () => void;
  said: (text: string) => void;
}

const PAST = new Set<Approval["standing"]>(["withdrawn", "over"]);

/** A task: the draft, who could do it, and what the unit's head has said. */
export function TaskItem({ unit, task, as, change, said }: Props) {
  const { t } = useTranslation();
  const told = useTold();
  const formats = useFormats();
  const decide = useDecide(unit);
  const name = told(task.name);
  const past = task.approvals.filter((one) => PAST.has(one.standing));
  const act = (one: Approval, what: "approval" | "withdrawal") =>
    decide.mutate({ id: one.id, what }, { onSuccess: () => said(t(`web.sharing.said.${what}`, { task: name })) });
  return (
    <li className="panel">
      <div className="office-head">
        <Heading level={2} data-size="2xs">
          {name}
        </Heading>
        {!task.counts && (
          <Tag data-size="sm" data-color="neutral">
            {t("web.sharing.catalogue.idle")}
          </Tag>
        )}
      </div>
      <dl className="sharing-facts">
        <div>
          <dt>{t("web.sharing.catalogue.draft")}</dt>
          <dd>{task.draft ? told(task.draft) : "–"}</dd>
        </div>
        <div>
          <dt>{t("web.sharing.catalogue.ways")}</dt>
          <dd>
            <Ways task={task} />
          </dd>
        </div>
        {task.minutes !== null && (
          <div>
            <dt>{t("web.sharing.catalogue.time")}</dt>
            <dd>{t("web.sharing.hours_week", { hours: formats.hours(task.minutes) })}</dd>
          </div>
        )}
        {task.window && (
          <div>
            <dt>{t("web.sharing.catalogue.window")}</dt>
            <dd>{`${task.window.first}–${task.window.last}`}</dd>
          </div>
        )}
      </dl>
      {decide.error && <ProblemAlert error={decide.error} />}
      {task.approvals
        .filter((one) => !PAST.has(one.standing))
        .map((one) => (
          <ApprovalLine key={one.id} task={task} approval={one} as={as} busy={decide.isPending} act={act} />
        ))}
      <div className="row">
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t(`web.sharing.catalogue.change.${as}.of`, { task: name })}
          onClick={change}
        >
          {t(`web.sharing.catalogue.change.${as}`)}
        </Button>
      </div>
      {past.length > 0 && (
        <Details>
          <Details.Summary>{t("web.sharing.catalogue.past", { count: past.length })}</Details.Summary>
          <Details.Content>
            {past.map((one) => (
              <ApprovalLine key={one.id} task={task} approval={one} as={as} busy act={act} />
            ))}
          </Details.Content>
        </Details>
      )}
    </li>
  );
}

function Ways({ task }: { task: TaskRow }) {
  const words = useWayWords();
  return (
    <ul className="sharing-ways">
      {task.ways.map((way) => (
        <li key={way.number}>
          {words.way(way)} <span className="quiet">{words.staff(way)}</span>
        </li>
      ))}
    </ul>
  );
}
