import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";

export type Suggestion = Schemas["Suggestion"];
export type Proposed = Schemas["ProposedRow"];
export type Prices = Schemas["ShiftPrices"];
export type ReserveRow = Schemas["ReserveRow"];

const key = (period: string) => ["reserve", period] as const;

/** What was accepted for a period. */
export function useReserve(period: string) {
  return useQuery({
    queryKey: key(period),
    queryFn: () => told(api.GET("/api/periods/{period}/reserve", { params: { path: { period } } })),
  });
}

/** What pays at some prices. */
export function useSuggestion(period: string, prices: Prices) {
  return useQuery({
    queryKey: ["reserve suggestion", period, prices],
    queryFn: () =>
      told(
        api.POST("/api/periods/{period}/reserve/suggestion", {
          params: { path: { period } },
          body: { prices },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useAccept(period: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { prices: Prices; rows: ReserveRow[] }) =>
      told(api.PUT("/api/periods/{period}/reserve", { params: { path: { period } }, body })),
    onSuccess: (accepted) => client.setQueryData(key(period), accepted),
  });
}
