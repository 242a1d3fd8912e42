import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { newId } from "../../outbox/new-id";

export type Call = Schemas["CallShape"];

const keyOf = (unit: string) => ["calls", unit] as const;

/** What everybody of a unit has said about extra shifts. */
export function useCalls(unit: string) {
  return useQuery({
    queryKey: keyOf(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/call-choices", { params: { path: { unit } } })),
  });
}

/** Enter what somebody has said; sent twice it is entered once. */
export function useEnterCall(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["CallForPerson"]) =>
      told(
        api.POST("/api/units/{unit}/call-choices", {
          params: { path: { unit }, header: { "Idempotency-Key": newId() } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(unit) }),
  });
}

/** Take back what a manager has entered. */
export function useWithdrawCall(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: string) =>
      told(
        api.DELETE("/api/units/{unit}/call-choices/{choice}", { params: { path: { unit, choice } } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(unit) }),
  });
}
