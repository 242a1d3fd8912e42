import { useUnits } from "../../office/questions";

/** A unit's name by its id; the id where the unit is gone. */
export function useUnitNames(): (unit: string | null) => string {
  const units = useUnits();
  const names = new Map(units.data?.map((unit) => [unit.id, unit.name]));
  return (unit) => (unit ? (names.get(unit) ?? unit) : "");
}
