import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import type { Burden, Of } from "../../burdens/burdens";

export type Whole = Schemas["WholeLedger"];

/** The roster whose burdens are looked at: a draft, or what a period shows or has published. */
export type Looked = { draft: string } | { period: string; of: Of };

/** Everybody's points. */
export function useLedger(looked: Looked) {
  return useQuery({
    queryKey: ["ledger", looked],
    queryFn: () =>
      "draft" in looked
        ? told(api.GET("/api/drafts/{draft}/ledger", { params: { path: { draft: looked.draft } } }))
        : told(api.GET("/api/periods/{period}/ledger", { params: asked(looked) })),
  });
}

/** Everybody's health lights. */
export function useLights(looked: Looked) {
  return useQuery({
    queryKey: ["lights", looked],
    queryFn: () =>
      "draft" in looked
        ? told(api.GET("/api/drafts/{draft}/health", { params: { path: { draft: looked.draft } } }))
        : told(api.GET("/api/periods/{period}/health", { params: asked(looked) })),
  });
}

function asked({ period, of }: { period: string; of: Of }) {
  return { path: { period }, query: { of } };
}

interface Correction {
  person: string;
  burden: Burden;
  points: number;
  reason: string;
}

/** Correct what somebody carries on from a published period. */
export function useCorrecting(period: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ person, burden, ...body }: Correction) =>
      told(
        api.PUT("/api/periods/{period}/ledger/corrections/{person}/{burden}", {
          params: { path: { period, person, burden } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["ledger"] }),
  });
}
