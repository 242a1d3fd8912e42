import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";
import { keys } from "../api/keys";

export type Period = Schemas["PeriodShape"];

/** A unit's periods, the latest first. */
export const periodsQuery = (unit: string) =>
  queryOptions({
    queryKey: keys.periods(unit),
    queryFn: async () => {
      const found: Period[] = [];
      let after = "";
      do {
        const query = { limit: 200, after };
        const page = await told(
          api.GET("/api/units/{unit}/periods", { params: { path: { unit }, query } }),
        );
        found.push(...page.items);
        after = page.next ?? "";
      } while (after);
      return found;
    },
    meta: { offline: true },
  });

export function usePeriods(unit: string | undefined) {
  return useQuery({ ...periodsQuery(unit ?? ""), enabled: !!unit });
}
