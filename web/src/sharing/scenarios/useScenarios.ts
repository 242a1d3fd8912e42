import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Schemas, told } from "../../api/client";
import { useOnceKey } from "../../manager/roster/useOnceKey";
import { saveFile } from "../../manager/unit/workbook/saveFile";

export type Scenario = Schemas["ScenarioShape"];
export type Given = Schemas["ScenarioGiven"];
export type Change = Scenario["changes"][number];
export type Kind = Change["kind"];
export type Of<K extends Kind> = Extract<Change, { kind: K }>;
export type Materials = Schemas["Materials"];
export type Effects = Schemas["EffectsShape"];

const keys = {
  list: (period: string) => ["scenarios", period] as const,
  materials: (period: string) => ["scenarios", period, "materials"] as const,
  one: (scenario: string) => ["scenario", scenario] as const,
  effects: (scenario: string, revision: number) => ["scenario", scenario, "effects", revision] as const,
};

export function useScenarios(period: string) {
  return useQuery({
    queryKey: keys.list(period),
    queryFn: () => told(api.GET("/api/periods/{period}/scenarios", { params: { path: { period } } })),
  });
}

/** What scenarios of a period can be built of. */
export function useMaterials(period: string) {
  return useQuery({
    queryKey: keys.materials(period),
    queryFn: () =>
      told(api.GET("/api/periods/{period}/scenario-materials", { params: { path: { period } } })),
  });
}

/** A scenario, and the state of it that was seen. */
export function useScenario(scenario: string) {
  return useQuery({
    queryKey: keys.one(scenario),
    queryFn: () => told(api.GET("/api/scenarios/{scenario}", { params: { path: { scenario } } })),
  });
}

/** What a scenario does before anybody is rostered; asked for anew for each state of it. */
export function useEffects(scenario: string, revision: number) {
  return useQuery({
    queryKey: keys.effects(scenario, revision),
    queryFn: () => told(api.GET("/api/scenarios/{scenario}/effects", { params: { path: { scenario } } })),
    placeholderData: (before) => before,
  });
}

/** Make a scenario, or take one in as a file. */
export function useNewScenario(period: string) {
  const client = useQueryClient();
  const key = useOnceKey();
  const onSuccess = () => client.invalidateQueries({ queryKey: keys.list(period) });
  const make = useMutation({
    mutationFn: (body: Schemas["NewScenario"]) => {
      const params = { path: { period }, header: { "Idempotency-Key": key(body) } };
      return told(api.POST("/api/periods/{period}/scenarios", { params, body }));
    },
    onSuccess,
  });
  const upload = useMutation({
    mutationFn: (file: File) =>
      told(
        api.POST("/api/periods/{period}/scenarios/file", {
          params: { path: { period } },
          headers: { "Content-Type": "application/octet-stream" },
          body: file as unknown as string,
          bodySerializer: (given) => given as unknown as File,
        }),
      ),
    onSuccess,
  });
  return { make, upload };
}

/** What changes a scenario; whoever saves says which state was seen. */
export function useScenarioChanges(scenario: Scenario) {
  const client = useQueryClient();
  const key = useOnceKey();
  const path = { scenario: scenario.id };
  const listed = () => client.invalidateQueries({ queryKey: keys.list(scenario.period) });
  const save = useMutation({
    mutationFn: async (body: Given) => {
      const params = { path, header: { "If-Match": `"${scenario.revision}"` } };
      return (await answered(api.PUT("/api/scenarios/{scenario}", { params, body })))[0];
    },
    onSuccess: (saved) => {
      client.setQueryData(keys.one(scenario.id), saved);
      void listed();
    },
  });
  const copy = useMutation({
    mutationFn: (body: Schemas["CopyScenario"]) => {
      const params = { path, header: { "Idempotency-Key": key(body) } };
      return told(api.POST("/api/scenarios/{scenario}/copy", { params, body }));
    },
    onSuccess: listed,
  });
  const remove = useMutation({
    mutationFn: () => told(api.DELETE("/api/scenarios/{scenario}", { params: { path } })),
    onSuccess: listed,
  });
  const download = useMutation({
    mutationFn: async (form: "toml" | "json") => {
      const params = { path, query: { form } };
      const file = await told(api.GET("/api/scenarios/{scenario}/file", { params, parseAs: "blob" }));
      saveFile(file as Blob, `${scenario.code}.${form}`);
    },
  });
  const reload = () => client.invalidateQueries({ queryKey: keys.one(scenario.id) });
  return { save, copy, remove, download, reload };
}

/** What is sent of a scenario, with some of it changed. */
export function givenOf(scenario: Scenario, part: Partial<Given>): Given {
  const { name, changes, fill, load, slide, demand } = scenario;
  return { name, changes, fill, load, slide, demand, ...part };
}
