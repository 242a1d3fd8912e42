/** What has gone wrong with saving, and what can be done about it. */

import type { MouseEvent, ReactNode } from "react";
import type { Change } from "../core/cells";
import { addDays } from "../core/dates";
import type { Facts } from "../core/words";
import type { Edits } from "../useEdits";
import type { GridPerson } from "../types";

interface Props {
  edits: Edits;
  facts: Facts;
}

/** The pressed button goes away with its notice: the grid takes the focus. */
function back(act: () => void) {
  return (event: MouseEvent) => {
    const grid = event.currentTarget.closest(".rg")?.querySelector("[role=grid]");
    const cell = grid?.querySelector<HTMLElement>("[tabindex='0']");
    cell?.focus({ preventScroll: true });
    act();
  };
}

export function Notices({ edits, facts }: Props): ReactNode {
  const { state } = edits;
  const { t } = facts;
  const { refused, paused, unsent } = state;
  return (
    <>
      {refused && (
        <div role="alert" className="rg-notice rg-notice-bad">
          <p>
            <b>{t("web.grid.refused")}</b> {refused.refusal.message} {refused.refusal.hint}
          </p>
          <Changes changes={[refused.change]} people={state.people} facts={facts} />
          <button type="button" className="rg-btn" onClick={back(edits.told)}>
            {t("web.grid.close")}
          </button>
        </div>
      )}
      {paused === "offline" && (
        <div role="alert" className="rg-notice">
          <p>{t("web.grid.offline", { count: state.queue.length })}</p>
          <button type="button" className="rg-btn" onClick={back(edits.retry)}>
            {t("web.grid.retry")}
          </button>
        </div>
      )}
      {unsent.length > 0 && (
        <div role="alert" className="rg-notice rg-notice-bad">
          <p>
            <b>{t("web.grid.stale")}</b>{" "}
            {t(paused === "stale" ? "web.grid.stale.wait" : "web.grid.stale.now")}
          </p>
          <Changes changes={unsent} people={state.people} facts={facts} />
          <button
            type="button"
            className="rg-btn"
            disabled={paused === "stale"}
            onClick={back(edits.resend)}
          >
            {t("web.grid.stale.send")}
          </button>
          <button type="button" className="rg-btn" onClick={back(edits.discard)}>
            {t("web.grid.stale.discard")}
          </button>
        </div>
      )}
    </>
  );
}

interface ChangesProps {
  changes: readonly Change[];
  people: readonly GridPerson[];
  facts: Facts;
}

function Changes({ changes, people, facts }: ChangesProps): ReactNode {
  const { t, names, words } = facts;
  const start = facts.days[0]?.date ?? "";
  const lines = changes.flatMap((change) =>
    change.cells.map((cell) => ({
      key: `${change.id} ${cell.person} ${cell.day}`,
      text: t("web.grid.change", {
        name: people.find((person) => person.id === cell.person)?.name ?? cell.person,
        date: names[cell.day]?.long ?? addDays(start, cell.day),
        before: cell.before.code || words.free,
        after: cell.after.code || words.free,
      }),
    })),
  );
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.key}>{line.text}</li>
      ))}
    </ul>
  );
}
