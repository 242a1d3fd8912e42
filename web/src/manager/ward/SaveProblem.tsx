import { useTranslation } from "react-i18next";
import { FaultList } from "../../api/FaultList";
import { faultsOf } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { InView } from "../form/InView";
import type { Change } from "./changes";
import { ClashAlert } from "./ClashAlert";
import { Clash } from "./useSection";

interface Props<T> {
  error: unknown;
  /** What the entry is called. */
  name: string;
  over: (changes: Change<T>[]) => void;
  theirs: (change: Change<T> | undefined) => void;
}

/** Why something was not saved; what is typed stays, and may be laid over somebody else's change. */
export function SaveProblem<T>({ error, name, over, theirs }: Props<T>) {
  const { t } = useTranslation();
  if (!error) return null;
  if (error instanceof Clash) {
    const changes = error.changes as Change<T>[];
    return (
      <InView>
        <ClashAlert name={name} over={() => over(changes)} theirs={() => theirs(changes[0])} />
      </InView>
    );
  }
  const faults = faultsOf(error);
  return (
    <InView>
      {faults.length === 0 ? (
        <ProblemAlert error={error} />
      ) : (
        <FaultList faults={faults} title={t("web.manager.form.faulty")} />
      )}
    </InView>
  );
}
