import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";

export type ForecastPage = Schemas["ForecastPage"];
export type Told = Schemas["ForecastTold"];
export type Fitting = Schemas["Fitting"];
export type Band = Schemas["Band"];
export type History = Schemas["History"];

const LOOK_EVERY = 2_000;
const keys = {
  all: (unit: string) => ["forecast", unit] as const,
  page: (unit: string, days: number) => ["forecast", unit, "page", days] as const,
  history: (unit: string) => ["forecast", unit, "history"] as const,
  card: (unit: string) => ["forecast", unit, "card"] as const,
};

/** Whether a forecast is being made. */
export function atWork(fitting: Fitting | null | undefined): boolean {
  return fitting?.state === "waiting" || fitting?.state === "running";
}

/** The unit's forecast so many days ahead; asked for again while a new one is made. */
export function useForecast(unit: string, days: number) {
  return useQuery({
    queryKey: keys.page(unit, days),
    queryFn: () =>
      told(api.GET("/api/units/{unit}/forecast", { params: { path: { unit }, query: { days } } })),
    placeholderData: (before) => before,
    refetchInterval: (query) => (atWork(query.state.data?.fitting) ? LOOK_EVERY : false),
  });
}

export function useHistory(unit: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.history(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/absence-counts", { params: { path: { unit } } })),
    enabled,
  });
}

export function useCard(unit: string) {
  return useQuery({
    queryKey: keys.card(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/forecast/card", { params: { path: { unit } } })),
  });
}

/** What changes the forecast or what it rests on. */
export function useForecastChanges(unit: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.all(unit) });
  const params = { path: { unit } };
  const upload = useMutation({
    mutationFn: (file: File) =>
      told(
        api.POST("/api/units/{unit}/absence-counts/file", {
          params,
          headers: { "Content-Type": "application/octet-stream" },
          body: file as unknown as string,
          bodySerializer: (given) => given as unknown as File,
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => told(api.DELETE("/api/units/{unit}/absence-counts", { params })),
    onSettled,
  });
  const start = useMutation({
    mutationFn: () => told(api.POST("/api/units/{unit}/forecast", { params })),
    onSettled,
  });
  const stop = useMutation({
    mutationFn: () => told(api.POST("/api/units/{unit}/forecast/stop", { params })),
    onSettled,
  });
  return { upload, remove, start, stop };
}
