import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { rosterKeys } from "../keys";
import { ended } from "../search/useJobs";
import { useOnceKey } from "../useOnceKey";

export type Page = Schemas["ReceiptsPage"];
export type Person = Schemas["PersonReceipts"];

const LOOKED_EVERY = 2000;

/** A draft's receipts so far, looked at again while they are worked out. */
export function useReceipts(draft: string) {
  return useQuery({
    queryKey: rosterKeys.receipts(draft),
    queryFn: () => told(api.GET("/api/drafts/{draft}/receipts", { params: { path: { draft } } })),
    refetchInterval: ({ state }) => (state.data?.job && !ended(state.data.job) ? LOOKED_EVERY : false),
    staleTime: 0,
  });
}

export function useAskReceipts(draft: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (turn: number) => {
      const header = { "Idempotency-Key": key({ draft, turn }) };
      const params = { path: { draft }, header };
      return told(api.POST("/api/drafts/{draft}/receipts", { params, body: { seconds: 60, seed: 1 } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rosterKeys.receipts(draft) }),
  });
}
