import { useQuery } from "@tanstack/react-query";
import { api, told } from "../../api/client";
import type { Of } from "../../burdens/burdens";

/** One's own points beside the ward's. */
export function useMyLedger(period: string, of: Of) {
  return useQuery({
    queryKey: ["my ledger", period, of],
    queryFn: () =>
      told(
        api.GET("/api/periods/{period}/ledger/mine", { params: { path: { period }, query: { of } } }),
      ),
  });
}

/** One's own health lights. */
export function useMyLights(period: string, of: Of) {
  return useQuery({
    queryKey: ["my lights", period, of],
    queryFn: () =>
      told(
        api.GET("/api/periods/{period}/health/mine", { params: { path: { period }, query: { of } } }),
      ),
  });
}
