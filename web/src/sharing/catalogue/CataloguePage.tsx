import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";
import { ChoiceField } from "../../manager/form/Fields";
import { Asked } from "../../office/Asked";
import { InventedNote } from "../InventedNote";
import type { As } from "../pages";
import { type TaskRow, useCatalogue } from "../useSharing";
import { ProposeDialog } from "./ProposeDialog";
import { TaskItem } from "./TaskItem";

const SHOWN = ["all", "waiting", "counting", "idle"] as const;
type Shown = (typeof SHOWN)[number];

/** Whether a proposal of a task waits for the unit's head. */
export function isWaiting(task: TaskRow): boolean {
  return task.approvals.some((one) => one.standing === "proposed");
}

export function isShown(task: TaskRow, shown: Shown): boolean {
  if (shown === "waiting") return isWaiting(task);
  if (shown === "counting") return task.counts;
  return shown === "all" || (!task.counts && !isWaiting(task));
}

/** The draft of who may do what, and what of it the unit's head has approved. */
export default function CataloguePage({ unit, as }: { unit: string; as: As }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue(unit);
  return (
    <>
      <PageTitle>{t("web.sharing.page.catalogue")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.sharing.catalogue.intro")}</Paragraph>
      <Asked query={catalogue}>
        {(found) => (
          <>
            {found.invented && <InventedNote />}
            <Tasks unit={unit} tasks={found.tasks} as={as} />
          </>
        )}
      </Asked>
    </>
  );
}

function Tasks({ unit, tasks, as }: { unit: string; tasks: TaskRow[]; as: As }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>("all");
  const [open, setOpen] = useState<TaskRow>();
  const [said, setSaid] = useState("");
  const waiting = tasks.filter(isWaiting).length;
  const found = tasks.filter((task) => isShown(task, shown));
  return (
    <>
      {waiting > 0 && (
        <Alert data-color="info">
          <Paragraph>{t(`web.sharing.catalogue.waiting.${as}`, { count: waiting })}</Paragraph>
        </Alert>
      )}
      <div className="sharing-narrow">
        <ChoiceField
          label={t("web.sharing.catalogue.show")}
          value={shown}
          options={SHOWN.map((one) => ({ value: one, label: t(`web.sharing.catalogue.show.${one}`) }))}
          change={(value) => setShown(value as Shown)}
        />
      </div>
      <p role="status" className="quiet">
        {said || t("web.sharing.catalogue.count", { count: found.length })}
      </p>
      <ul className="plain-list stack">
        {found.map((task) => (
          <TaskItem key={task.id} unit={unit} task={task} as={as} change={() => setOpen(task)} said={setSaid} />
        ))}
      </ul>
      {open && (
        <ProposeDialog
          unit={unit}
          task={open}
          as={as}
          close={(done) => {
            setOpen(undefined);
            setSaid(done ?? "");
          }}
        />
      )}
    </>
  );
}
