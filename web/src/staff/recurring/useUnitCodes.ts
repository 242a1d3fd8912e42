import { useUnitShifts } from "../shifts/useMyShifts";

/** The codes of the unit's shifts. */
export function useUnitCodes(unit: string): string[] {
  return useUnitShifts(unit).data?.map((shift) => shift.code) ?? [];
}
