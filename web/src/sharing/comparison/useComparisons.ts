import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { useOnceKey } from "../../manager/roster/useOnceKey";
import { saveFile } from "../../manager/unit/workbook/saveFile";

export type Comparison = Schemas["ComparisonPage"];
export type Found = Schemas["ComparisonShape"];
export type Alternative = Schemas["AlternativeShape"];
export type Measure = Schemas["AlternativeMeasure"];
export type Plan = Schemas["PlanShape"];
export type Entry = Schemas["PlanEntry"];
type State = Comparison["state"];

const LOOK_EVERY = 2_000;
const keys = {
  list: (period: string) => ["comparisons", period] as const,
  one: (comparison: string) => ["comparison", comparison] as const,
};

/** Whether a comparison is still being worked on. */
export function atWork({ state }: { state: State }): boolean {
  return state === "waiting" || state === "running";
}

export function useComparisons(period: string) {
  return useQuery({
    queryKey: keys.list(period),
    queryFn: () => told(api.GET("/api/periods/{period}/comparisons", { params: { path: { period } } })),
    refetchInterval: ({ state }) => (state.data?.some(atWork) ? LOOK_EVERY : false),
  });
}

/** A comparison; asked for again while it is worked on. */
export function useComparison(comparison: string) {
  return useQuery({
    queryKey: keys.one(comparison),
    queryFn: () => told(api.GET("/api/comparisons/{comparison}", { params: { path: { comparison } } })),
    refetchInterval: ({ state }) => (state.data && atWork(state.data) ? LOOK_EVERY : false),
  });
}

export function useAskComparison(period: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  return useMutation({
    mutationFn: (body: Schemas["AskComparison"]) => {
      const params = { path: { period }, header: { "Idempotency-Key": key(body) } };
      return told(api.POST("/api/periods/{period}/comparisons", { params, body }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list(period) }),
  });
}

/** What changes a comparison that is there: ended, its gain plan filled in; and its report. */
export function useComparisonChanges(comparison: Comparison) {
  const client = useQueryClient();
  const path = { comparison: comparison.id };
  const kept = (page: Comparison) => client.setQueryData(keys.one(comparison.id), page);
  const want = useMutation({
    mutationFn: (wanted: "stop" | "cancel") =>
      told(api.POST("/api/comparisons/{comparison}/wanted", { params: { path }, body: { wanted } })),
    onSuccess: kept,
  });
  const enter = useMutation({
    mutationFn: ({ alternative, plan, body }: { alternative: string; plan: Plan; body: Entry }) => {
      const params = { path: { ...path, alternative }, header: { "If-Match": `"${plan.revision}"` } };
      return told(api.PUT("/api/comparisons/{comparison}/gains/{alternative}", { params, body }));
    },
    onSuccess: kept,
  });
  const download = useMutation({
    mutationFn: async ({ form, name }: { form: "xlsx" | "pdf" | "json"; name: string }) => {
      const params = { path, query: { form } };
      const asked = api.GET("/api/comparisons/{comparison}/file", { params, parseAs: "blob" });
      saveFile((await told(asked)) as Blob, `${name}.${form}`);
    },
  });
  return { want, enter, download };
}
