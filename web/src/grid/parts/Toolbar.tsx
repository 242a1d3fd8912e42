/** Undo, redo, coverage, print, help, and whether all is saved. */

import type { ReactNode } from "react";
import type { GridState } from "../core/state";
import type { Translate } from "../types";

interface Props {
  state: GridState;
  readOnly: boolean;
  t: Translate;
  /** Whether all coverage rows are shown; null where there is nothing to hide. */
  wide: boolean | null;
  onWide: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onPrint: (paper: "a4" | "a3") => void;
  onHelp: () => void;
}

export function Toolbar(props: Props): ReactNode {
  const { state, readOnly, t, wide, onWide, onUndo, onRedo, onPrint, onHelp } = props;
  return (
    <div className="rg-toolbar" role="group" aria-label={t("web.grid.tools")}>
      {!readOnly && (
        <>
          <Tool text={t("web.grid.undo")} off={state.undo.length === 0} act={onUndo} />
          <Tool text={t("web.grid.redo")} off={state.redo.length === 0} act={onRedo} />
        </>
      )}
      {wide !== null && (
        <button type="button" className="rg-btn" aria-expanded={wide} onClick={onWide}>
          {t(wide ? "web.grid.coverage.fewer" : "web.grid.coverage.all")}
        </button>
      )}
      <Tool text={t("web.grid.print.a4")} act={() => onPrint("a4")} />
      <Tool text={t("web.grid.print.a3")} act={() => onPrint("a3")} />
      <Tool text={t("web.grid.help")} act={onHelp} />
      <span className="rg-saving">{savingText(state, readOnly, t)}</span>
    </div>
  );
}

function Tool({ text, off, act }: { text: string; off?: boolean; act: () => void }): ReactNode {
  return (
    <button type="button" className="rg-btn" disabled={off} onClick={act}>
      {text}
    </button>
  );
}

function savingText(state: GridState, readOnly: boolean, t: Translate): string {
  if (readOnly) return t("web.grid.saving.read");
  if (state.queue.length > 0) return t("web.grid.saving.some", { count: state.queue.length });
  return t("web.grid.saving.all");
}
