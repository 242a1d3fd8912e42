/** What a change would come to, asked while the manager still chooses. */

import { useEffect, useState } from "react";
import { outcome, type Outcome } from "./core/breaches";
import { toEdit, type Change } from "./core/cells";
import type { Made } from "./core/making";
import type { GridState } from "./core/state";
import type { DutyOf, Edit, Judged } from "./types";

/** Waits this long for the pointer or the keys to rest. */
const REST_MS = 120;

export type Trial = { outcome: Outcome } | "waiting" | "failed" | null;

export function useTrial(
  made: Made | null,
  state: GridState,
  judge: (edit: Edit) => Promise<Judged>,
  dutyOf: DutyOf,
): Trial {
  const { queue, start, verdict, revision } = state;
  const key =
    made && made.cells.length > 0
      ? `${revision}|${queue.length}|${made.cells
          .map((cell) => `${cell.person} ${cell.day} ${cell.after.code}`)
          .join(",")}`
      : "";
  const [found, setFound] = useState<{ key: string; trial: Trial }>({ key: "", trial: null });

  useEffect(() => {
    if (key === "" || made === null) return undefined;
    let dropped = false;
    const change: Change = { id: 0, kind: made.kind, cells: made.cells };
    const ask = () => {
      judge(toEdit([...queue, change], start, dutyOf)).then(
        (judged) => {
          if (!dropped) setFound({ key, trial: { outcome: outcome(verdict, judged.verdict) } });
        },
        () => {
          if (!dropped) setFound({ key, trial: "failed" });
        },
      );
    };
    const timer = setTimeout(ask, REST_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
    // The key says all that matters of the change and of what waits.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  if (key === "") return null;
  return found.key === key ? found.trial : "waiting";
}
