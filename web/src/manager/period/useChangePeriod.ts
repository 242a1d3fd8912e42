import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, api } from "../../api/client";
import { keys } from "../../api/keys";
import { Refusal } from "../../api/problem";
import type { Period } from "../../periods/usePeriods";
import { told, type TypedPeriod } from "./facts";

/** Whether somebody else has changed the same since it was seen. */
export function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === "etag.stale";
}

interface Kept {
  period: Period;
  tag: string;
}

/** After a change, and after a refusal, everything about the period is asked for anew. */
function useKept(id: string) {
  const client = useQueryClient();
  return {
    onSuccess: (kept: Kept) => client.setQueryData(keys.period(id), kept),
    onSettled: async (kept: Kept | undefined) => {
      if (!kept) await client.invalidateQueries({ queryKey: keys.period(id) });
      // lists of periods, and wishes, which opening a round enters
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "periods" });
      await client.invalidateQueries({ queryKey: keys.wishes(id) });
      await client.invalidateQueries({ queryKey: keys.levels(id) });
    },
  };
}

/** Change a period's facts, against the state that was seen. */
export function useChangePeriod(id: string) {
  return useMutation({
    mutationFn: async (given: { facts: TypedPeriod; weights: Period["weights"]; tag: string }) => {
      const params = { path: { period: id }, header: { "If-Match": given.tag } };
      const body = told(given.facts, given.weights);
      return kept(await answered(api.PUT("/api/periods/{period}", { params, body })));
    },
    ...useKept(id),
  });
}

/** Open or close the wish round, against the state that was seen. */
export function useStage(id: string) {
  return useMutation({
    mutationFn: async ({ stage, tag }: { stage: Period["stage"]; tag: string }) => {
      const params = { path: { period: id }, header: { "If-Match": tag } };
      return kept(await answered(api.POST("/api/periods/{period}/stage", { params, body: { stage } })));
    },
    ...useKept(id),
  });
}

function kept([period, response]: [Period, Response]): Kept {
  return { period, tag: response.headers.get("ETag") ?? `"${period.revision}"` };
}
