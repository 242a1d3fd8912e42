import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { rosterKeys } from "../keys";
import { useOnceKey } from "../useOnceKey";

export type Job = Schemas["JobShape"];
export type Search = Schemas["Search"];

const LOOKED_EVERY = 5000;

export const ended = (job: Job): boolean => job.state !== "waiting" && job.state !== "running";

/** A period's searches, the latest first; looked at again while one of them goes on. */
export function useJobs(period: string) {
  return useQuery({
    queryKey: rosterKeys.jobs(period),
    queryFn: () => told(api.GET("/api/periods/{period}/jobs", { params: { path: { period } } })),
    refetchInterval: ({ state }) => (state.data?.every(ended) ?? true ? false : LOOKED_EVERY),
  });
}

/** One search as it stood when it was last asked about; its news are followed elsewhere. */
export function useJob(job: string) {
  return useQuery({
    queryKey: rosterKeys.job(job),
    queryFn: () => told(api.GET("/api/jobs/{job}", { params: { path: { job } } })),
    staleTime: 0,
  });
}

/** The goals of a period's searches with their weights. */
export function useGoals(period: string) {
  return useQuery({
    queryKey: rosterKeys.goals(period),
    queryFn: () => told(api.GET("/api/periods/{period}/goals", { params: { path: { period } } })),
  });
}

export function useStart(period: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (body: Search) => {
      const header = { "Idempotency-Key": key(body) };
      return told(api.POST("/api/periods/{period}/jobs", { params: { path: { period }, header }, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rosterKeys.jobs(period) }),
  });
}

/** Stop a search and keep its best roster, or cancel it. */
export function useWant(job: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: "stop" | "cancel") =>
      told(api.POST("/api/jobs/{job}/wanted", { params: { path: { job } }, body: { wanted } })),
    onSuccess: (now) => client.setQueryData(rosterKeys.job(job), now),
  });
}
