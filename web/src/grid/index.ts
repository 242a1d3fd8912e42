export { RosterGrid, type RosterGridProps } from "./RosterGrid";
export { ScoreSummary, type ScoreSummaryProps } from "./parts/ScoreSummary";
export type { Change } from "./core/cells";
export type {
  Breach,
  Duty,
  DutyOf,
  Edit,
  Grid,
  Judged,
  Refusal,
  Translate,
  Verdict,
} from "./types";
