/** The manager's grid: the whole draft on one screen, changed by keys, mouse or menu. */

import { useMemo, useState, type ReactNode } from "react";
import type { Change } from "./core/cells";
import { coverageRows } from "./core/coverage";
import { plannedTotal } from "./core/state";
import { FilterBar } from "./parts/FilterBar";
import { HelpDialog } from "./parts/HelpDialog";
import { Notices } from "./parts/Notices";
import { ScoreSummary } from "./parts/ScoreSummary";
import { Toolbar } from "./parts/Toolbar";
import { PrintRoster } from "./print/PrintRoster";
import { usePrint } from "./print/usePrint";
import { Sheet } from "./Sheet";
import "./styles/index.css";
import type { DutyOf, Edit, Grid, Judged, Translate } from "./types";
import { useDesk } from "./useDesk";
import { useEdits } from "./useEdits";
import { useFacts } from "./useFacts";

export interface RosterGridProps {
  grid: Grid;
  readOnly?: boolean;
  /** For dates and numbers: nb, nn or en. */
  language: string;
  /** Must stay the same function while the language is the same. */
  t: Translate;
  /** Try an edit without keeping it. */
  judge: (edit: Edit) => Promise<Judged>;
  /** Keep an edit made on a revision; rejects with a `Refusal`. */
  save: (edit: Edit, revision: number) => Promise<Judged>;
  /** Unit and role of a code in a person's cell; the grid itself is told codes only. */
  dutyOf: DutyOf;
  /** Somebody else has changed the draft: fetch it anew and hand it over as `grid`. */
  onStale?: (unsent: readonly Change[]) => void;
  /** How many changes are not kept yet: ask before leaving the page while there are any. */
  onUnsaved?: (count: number) => void;
}

/** Coverage rows that stay in sight; the others are told together in one line. */
const ROWS = 4;

export function RosterGrid(props: RosterGridProps): ReactNode {
  const { grid, readOnly = false, language, t, judge, save, dutyOf, onStale, onUnsaved } = props;
  const edits = useEdits({ grid, readOnly, dutyOf, save, onStale, onUnsaved });
  const { state } = edits;
  const facts = useFacts(grid, t, language);
  const needs = useMemo(() => coverageRows(state.coverage), [state.coverage]);
  const [wide, setWide] = useState(false);
  const [helping, setHelping] = useState(false);
  const { paper, print } = usePrint();
  const lines = wide ? needs.length : Math.min(needs.length, ROWS + 1);
  const desk = useDesk(edits, t, lines, readOnly);
  const contract = useMemo(
    () => state.people.reduce((sum, person) => sum + person.contract, 0),
    [state.people],
  );
  const planned = useMemo(() => plannedTotal(state.people), [state.people]);

  return (
    <div className="rg">
      <div className="rg-top">
        <ScoreSummary
          {...{ planned, contract, t, language }}
          verdict={state.verdict}
          opening={state.opening}
        />
        <Toolbar
          {...{ state, readOnly, t }}
          wide={needs.length > ROWS + 1 ? wide : null}
          onWide={() => setWide(!wide)}
          onUndo={() => desk.step("undo")}
          onRedo={() => desk.step("redo")}
          onPrint={print}
          onHelp={() => setHelping(true)}
        />
      </div>
      <FilterBar
        filters={desk.filters}
        people={state.people}
        shown={desk.people.length}
        shifts={grid.shifts}
        t={t}
        onChange={desk.setFilters}
      />
      <Notices edits={edits} facts={facts} />
      <Sheet
        {...{ desk, edits, facts, needs, readOnly, judge, dutyOf }}
        shifts={grid.shifts}
        most={wide ? needs.length : ROWS}
        onHelp={() => setHelping(true)}
      />
      {helping && (
        <HelpDialog
          t={t}
          codes={grid.shifts.map((shift) => shift.code)}
          onClose={() => setHelping(false)}
        />
      )}
      {paper && (
        <PrintRoster
          {...{ facts, paper }}
          title={grid.draft.name ?? ""}
          people={desk.people}
          coverage={needs}
          marks={desk.marks}
        />
      )}
    </div>
  );
}
