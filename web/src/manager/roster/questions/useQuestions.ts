import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { rosterKeys } from "../keys";
import { ended, type Job } from "../search/useJobs";
import { useOnceKey } from "../useOnceKey";

export type Kind = Exclude<Job["kind"], "search">;
export type StressTold = Schemas["StressShape"];
export type ChoiceTold = Schemas["ChoiceShape"];
export type Option = Schemas["ChoiceOptionShape"];

const LOOKED_EVERY = 5000;

/** A period's questions of a kind, the latest first; `about` is `draft:ID` or nothing. */
export function useQuestions(period: string, kind: Kind, about = "") {
  return useQuery({
    queryKey: rosterKeys.about(period, kind, about),
    queryFn: () =>
      told(api.GET("/api/periods/{period}/jobs", { params: { path: { period }, query: { kind, about } } })),
    refetchInterval: ({ state }) => (state.data?.every(ended) ?? true ? false : LOOKED_EVERY),
  });
}

/** A question's answer once it has ended with one. */
export function useResult(job: Job) {
  return useQuery({
    queryKey: rosterKeys.result(job.id, job.state),
    queryFn: () => told(api.GET("/api/jobs/{job}/result", { params: { path: { job: job.id } } })),
    enabled: job.state === "done",
  });
}

/** Ask for a stress test: of a draft, or of what is published where no draft is named. */
export function useAskStress(period: string, draft: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (body: Schemas["AskStress"]) => {
      const header = { "Idempotency-Key": key(body) };
      return draft
        ? told(api.POST("/api/drafts/{draft}/stress", { params: { path: { draft }, header }, body }))
        : told(api.POST("/api/periods/{period}/stress", { params: { path: { period }, header }, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rosterKeys.questions(period) }),
  });
}

export function useAskChoice(period: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (body: Schemas["AskChoice"]) => {
      const header = { "Idempotency-Key": key(body) };
      return told(api.POST("/api/periods/{period}/choice", { params: { path: { period }, header }, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: rosterKeys.questions(period) }),
  });
}

/** Keep one of several rosters as a draft, with what is liked of it locked. */
export function useKeepOption(job: Job) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: ({ favours, body }: { favours: Option["favours"]; body: Schemas["KeepOption"] }) => {
      const params = { path: { job: job.id, favours }, header: { "Idempotency-Key": key({ favours, body }) } };
      return told(api.POST("/api/jobs/{job}/options/{favours}/draft", { params, body }));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: rosterKeys.drafts(job.period) });
      return client.invalidateQueries({ queryKey: rosterKeys.result(job.id, job.state) });
    },
  });
}
