import { useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { rosterKeys } from "../keys";

/** A whole draft, asked for each time: what an earlier visit left may be another's old version. */
export function useDraftGrid(draft: string) {
  return useQuery({
    queryKey: rosterKeys.draft(draft),
    queryFn: () => gridWithCost(draft),
    enabled: draft !== "",
    gcTime: 0,
    staleTime: 0,
  });
}

/** The grid and what it costs; a cost that cannot be told does not keep the grid away. */
async function gridWithCost(draft: string): Promise<Schemas["Grid"]> {
  const params = { path: { draft } };
  const [grid, cost] = await Promise.all([
    told(api.GET("/api/drafts/{draft}", { params })),
    told(api.GET("/api/drafts/{draft}/cost", { params })).catch(() => undefined),
  ]);
  return { ...grid, verdict: { ...grid.verdict, cost_ore: cost?.ore ?? grid.verdict.cost_ore } };
}
