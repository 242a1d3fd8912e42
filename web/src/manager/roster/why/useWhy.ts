import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { rosterKeys } from "../keys";
import { ended } from "../search/useJobs";
import { useOnceKey } from "../useOnceKey";

export type Why = Schemas["WhyPage"];
export type Told = Schemas["WhyShape"];
export type Clash = Schemas["ClashShape"];
export type Way = Schemas["WayShape"];
export type Short = Schemas["ShortShape"];

const LOOKED_EVERY = 1500;

/** What plain arithmetic shows to be impossible, without a search. */
export function useShortfalls(period: string) {
  return useQuery({
    queryKey: rosterKeys.shortfalls(period),
    queryFn: () => told(api.GET("/api/periods/{period}/shortfalls", { params: { path: { period } } })),
    staleTime: 0,
  });
}

/** The coach's answer so far, looked at again while it works. */
export function useWhy(period: string) {
  return useQuery({
    queryKey: rosterKeys.why(period),
    queryFn: () => told(api.GET("/api/periods/{period}/why", { params: { path: { period } } })),
    refetchInterval: ({ state }) => (state.data?.job && !ended(state.data.job) ? LOOKED_EVERY : false),
    staleTime: 0,
  });
}

export function useAskWhy(period: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (turn: number) => {
      const header = { "Idempotency-Key": key({ period, turn }) };
      const params = { path: { period }, header };
      return told(api.POST("/api/periods/{period}/why", { params, body: { seconds: 30, seed: 1 } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rosterKeys.why(period) }),
  });
}

/** Open a way out's roster as a draft. */
export function useTakeWay(period: string, job: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (number: number) =>
      told(api.POST("/api/jobs/{job}/ways/{number}/draft", { params: { path: { job, number } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: rosterKeys.drafts(period) });
      void client.invalidateQueries({ queryKey: rosterKeys.why(period) });
    },
  });
}
