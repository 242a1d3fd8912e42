import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { fromIso } from "../../dates/dates";
import { ChoiceField } from "../../manager/form/Fields";
import { useFormats } from "../../texts/useFormats";
import { type TaskBook, useLogChanges } from "../useSharing";
import { useTold } from "../useTold";
import { HourPicture } from "./HourPicture";
import { HourTable, TaskTable } from "./Tables";

const DAYS_OF_TWO_WEEKS = 14;
const MONDAY = "2026-01-05";

interface Props {
  unit: string;
  book: TaskBook;
  few: number;
}

/** The task book: what was logged, who spends how long on what, and at which time of day. */
export function BookPanel({ unit, book, few }: Props) {
  const { t } = useTranslation();
  const told = useTold();
  const [task, setTask] = useState("");
  const groupName = (id: string) => {
    const name = book.groups.find((group) => group.id === id)?.name;
    return name ? told(name) : t("web.sharing.log.others");
  };
  const tasks = book.tasks.map((one) => ({ value: one.id, label: told(one.name) }));
  const cells = task ? book.cells.filter((cell) => cell.task === task) : book.cells;
  const chosen = tasks.find((one) => one.value === task)?.label ?? t("web.sharing.log.all");
  return (
    <>
      <section className="panel" aria-labelledby="log-tasks">
        <Heading level={2} data-size="2xs" id="log-tasks">
          {t("web.sharing.log.tasks")}
        </Heading>
        <Facts book={book} />
        <TaskTable book={book} groupName={groupName} />
        {book.pooled.length > 0 && (
          <Paragraph data-size="sm" className="quiet">
            {t("web.sharing.log.pooled", { few, groups: book.pooled.map(told).join(", ") })}
          </Paragraph>
        )}
      </section>
      <section className="panel" aria-labelledby="log-hours">
        <Heading level={2} data-size="2xs" id="log-hours">
          {t("web.sharing.log.hours")}
        </Heading>
        <div className="sharing-narrow">
          <ChoiceField
            label={t("web.sharing.log.task")}
            value={task}
            options={[{ value: "", label: t("web.sharing.log.all") }, ...tasks]}
            change={setTask}
          />
        </div>
        <HourPicture
          cells={cells}
          groups={book.groups.map((group) => group.id)}
          groupName={groupName}
          label={t("web.sharing.log.picture", { task: chosen })}
        />
        <HourTable cells={cells} groups={book.groups.map((group) => group.id)} groupName={groupName} label={chosen} />
      </section>
      <Remove unit={unit} />
    </>
  );
}

function Facts({ book }: { book: TaskBook }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const days = book.days.reduce((sum, count) => sum + count, 0);
  const missing = book.days.flatMap((count, n) => (count === 0 ? [weekdayName(formats, n)] : []));
  return (
    <>
      <Paragraph>
        {book.first && book.last
          ? t("web.sharing.log.span", { count: days, first: formats.dayYear(book.first), last: formats.dayYear(book.last) })
          : t("web.sharing.log.days", { count: days })}{" "}
        {t("web.sharing.log.by", {
          who: book.by || t("web.sharing.someone"),
          date: formats.dayYear(book.uploaded.slice(0, 10)),
        })}
      </Paragraph>
      {days < DAYS_OF_TWO_WEEKS && <Paragraph>{t("web.sharing.log.short")}</Paragraph>}
      {missing.length > 0 && <Paragraph>{t("web.sharing.log.missing", { days: missing.join(", ") })}</Paragraph>}
    </>
  );
}

function weekdayName(formats: ReturnType<typeof useFormats>, number: number): string {
  const day = fromIso(MONDAY);
  day.setUTCDate(day.getUTCDate() + number);
  return formats.weekday(day.toISOString().slice(0, 10), "long");
}

/** Asked twice: scenarios rest on it. */
function Remove({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const { remove } = useLogChanges(unit);
  return (
    <>
      {remove.error && <ProblemAlert error={remove.error} />}
      <div className="row">
        {sure ? (
          <>
            <Button data-size="sm" data-color="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("web.sharing.log.remove.sure")}
            </Button>
            <Button data-size="sm" variant="secondary" onClick={() => setSure(false)}>
              {t("web.sharing.keep")}
            </Button>
          </>
        ) : (
          <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setSure(true)}>
            {t("web.sharing.log.remove")}
          </Button>
        )}
      </div>
    </>
  );
}
