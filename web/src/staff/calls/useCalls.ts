import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { newId } from "../../outbox/new-id";

export type Call = Schemas["CallShape"];
type CallFacts = Schemas["CallFacts"];

const keyOf = (unit: string) => ["my calls", unit] as const;

/** What one has said about extra shifts. */
export function useMyCalls(unit: string) {
  return useQuery({
    queryKey: keyOf(unit),
    queryFn: () =>
      told(api.GET("/api/units/{unit}/call-choices/mine", { params: { path: { unit } } })),
  });
}

/** Say something about extra shifts; sent twice it is said once. */
export function useSayCall(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CallFacts) =>
      told(
        api.POST("/api/units/{unit}/call-choices/mine", {
          params: { path: { unit }, header: { "Idempotency-Key": newId() } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(unit) }),
  });
}

/** Take something back. */
export function useTakeBack(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: string) =>
      told(
        api.DELETE("/api/units/{unit}/call-choices/mine/{choice}", {
          params: { path: { unit, choice } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(unit) }),
  });
}
