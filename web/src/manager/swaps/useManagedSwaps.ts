import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";

export type ManagedSwap = Schemas["ManagedSwap"];
export type Effects = Schemas["Effects"];

const listKey = (unit: string) => [...keys.swaps(unit), "managed"];
const rulesKey = (unit: string) => [...keys.swaps(unit), "rules"];

/** A unit's swaps that all have accepted: those that wait first. */
export function useManagedSwaps(unit: string) {
  return useQuery({
    queryKey: listKey(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/swaps", { params: { path: { unit } } })),
  });
}

/** What a swap changes in the roster that holds now. */
export function useEffects(unit: string, swap: string) {
  return useQuery({
    queryKey: [...listKey(unit), swap, "effects"],
    queryFn: () => told(api.GET("/api/swaps/{swap}/effects", { params: { path: { swap } } })),
  });
}

/** Approve or refuse; all swaps are fetched anew, for one may make others void. */
export function useDecision(unit: string, swap: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["Decision"]) =>
      told(api.POST("/api/swaps/{swap}/decision", { params: { path: { swap } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.swaps(unit) }),
  });
}

/** Until when before a shift staff may ask. */
export function useSwapRules(unit: string) {
  return useQuery({
    queryKey: rulesKey(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/swap-rules", { params: { path: { unit } } })),
  });
}

export function useChangeSwapRules(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (hours: number) =>
      told(
        api.PUT("/api/units/{unit}/swap-rules", { params: { path: { unit } }, body: { hours } }),
      ),
    onSuccess: (rules) => client.setQueryData(rulesKey(unit), rules),
  });
}
