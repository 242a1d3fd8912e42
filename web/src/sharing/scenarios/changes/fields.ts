import type { ReactNode } from "react";
import type { Change, Kind, Materials } from "../useScenarios";
import { DropFields, MoveFields, PlanningFields } from "./TaskFields";
import { EnlargeFields, ShareStaffFields, TrainFields, VacateFields } from "./PeopleFields";
import { StaffFields } from "./StaffFields";

export interface FieldsProps<T extends Change = Change> {
  value: T;
  change: (part: Partial<T>) => void;
  /** What is wrong with a field in words, once saving was tried. */
  wrong: (field: string) => string | undefined;
  materials: Materials;
}

/** The form of each kind of change. */
export const FIELDS: Record<Kind, (props: never) => ReactNode> = {
  move: MoveFields,
  add_staff: StaffFields,
  drop: DropFields,
  train: TrainFields,
  share_staff: ShareStaffFields,
  planning: PlanningFields,
  vacate: VacateFields,
  enlarge: EnlargeFields,
};
