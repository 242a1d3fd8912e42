import { Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { EditDialog } from "../../manager/form/EditDialog";
import { SeveralField } from "../../manager/form/Fields";
import { SpanFields } from "../../manager/form/SpanFields";
import type { As } from "../pages";
import { type TaskRow, usePropose } from "../useSharing";
import { useTold } from "../useTold";
import { useWayWords } from "./useWayWords";

interface Props {
  unit: string;
  task: TaskRow;
  as: As;
  close: (said?: string) => void;
}

/** Which of the draft's ways are to count here, from and to a date: HR proposes, the head approves. */
export function ProposeDialog({ unit, task, as, close }: Props) {
  const { t } = useTranslation();
  const told = useTold();
  const words = useWayWords();
  const propose = usePropose(unit, as === "manager");
  const [ways, setWays] = useState(() => task.ways.map((way) => way.number));
  const [span, setSpan] = useState<{ first?: string | null; last?: string | null }>({});
  const [tried, setTried] = useState(false);
  const name = told(task.name);
  const none = ways.length === 0;
  const save = () => {
    setTried(true);
    if (none || propose.isPending) return;
    propose.mutate(
      { task: task.id, ways, first: span.first ?? null, last: span.last ?? null },
      { onSuccess: () => close(t(`web.sharing.said.${as}`, { task: name })) },
    );
  };
  return (
    <EditDialog
      title={name}
      save={save}
      saving={propose.isPending}
      touched={Boolean(span.first ?? span.last) || ways.length < task.ways.length}
      close={() => close()}
      saveLabel={t(`web.sharing.propose.${as}`)}
    >
      <Paragraph data-size="sm">{t(`web.sharing.propose.how.${as}`)}</Paragraph>
      <SeveralField
        label={t("web.sharing.propose.ways")}
        values={ways}
        options={task.ways.map((way) => ({ value: way.number, label: `${words.way(way)} ${words.staff(way)}` }))}
        change={setWays}
        error={tried && none && t("web.sharing.propose.none")}
      />
      <SpanFields value={span} change={(part) => setSpan({ ...span, ...part })} />
      {propose.error && <ProblemAlert error={propose.error} />}
    </EditDialog>
  );
}
