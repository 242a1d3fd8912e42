import { useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";
import { keys } from "../api/keys";

export type Period = Schemas["PeriodShape"];

/** A unit's periods, the latest first. */
export function usePeriods(unit: string | undefined) {
  return useQuery({
    queryKey: keys.periods(unit ?? ""),
    enabled: !!unit,
    queryFn: async () => {
      const found: Period[] = [];
      let after = "";
      do {
        const query = { limit: 200, after };
        const page = await told(
          api.GET("/api/units/{unit}/periods", { params: { path: { unit: unit ?? "" }, query } }),
        );
        found.push(...page.items);
        after = page.next ?? "";
      } while (after);
      return found;
    },
    meta: { offline: true },
  });
}
