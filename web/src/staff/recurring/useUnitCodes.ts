import { useQuery } from "@tanstack/react-query";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { usePeriods } from "../../periods/usePeriods";
import { useMyShifts } from "../shifts/useMyShifts";

/** The unit's shifts as far as employees are told: from the latest period, and one's own. */
export function useUnitCodes(unit: string): string[] {
  const period = usePeriods(unit).data?.[0]?.id;
  const mine = useMyShifts(unit).data;
  const levels = useQuery({
    queryKey: keys.levels(period ?? ""),
    enabled: !!period,
    queryFn: () => {
      const params = { path: { period: period ?? "" } };
      return told(api.GET("/api/periods/{period}/levels", { params }));
    },
    meta: { offline: true },
  });
  const asked = levels.data?.flatMap((level) => Object.keys(level.shifts)) ?? [];
  const own = mine?.shifts.map((shift) => shift.shift) ?? [];
  return [...new Set([...asked, ...own])].sort();
}
