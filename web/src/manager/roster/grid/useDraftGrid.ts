import { useQuery } from "@tanstack/react-query";
import { api, told } from "../../../api/client";
import { rosterKeys } from "../keys";

/** A whole draft, asked for each time: what an earlier visit left may be another's old version. */
export function useDraftGrid(draft: string) {
  return useQuery({
    queryKey: rosterKeys.draft(draft),
    queryFn: () => told(api.GET("/api/drafts/{draft}", { params: { path: { draft } } })),
    enabled: draft !== "",
    gcTime: 0,
    staleTime: 0,
  });
}
