import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas, told } from "../api/client";
import { Refusal } from "../api/problem";

export type UnitShape = Schemas["UnitShape"];
export type Protocol = Schemas["ProtocolShape"];

/** Names under which the offices' answers are kept. */
export const officeKeys = {
  units: ["units"] as const,
  whole: (period: string) => ["whole preview", period] as const,
  protocol: (period: string) => ["protocol", period] as const,
  publications: (period: string) => ["publications", period] as const,
  ward: (unit: string) => ["ward summary", unit] as const,
  rules: (unit: string) => ["ward rules", unit] as const,
  agreements: (unit: string) => ["ward agreements", unit] as const,
};

/** All units that one may know of, by name. */
export function useUnits() {
  return useQuery({
    queryKey: officeKeys.units,
    queryFn: async () => {
      const found: UnitShape[] = [];
      let after = "";
      do {
        const query = { limit: 200, after };
        const page = await told(api.GET("/api/units", { params: { query } }));
        found.push(...page.items);
        after = page.next ?? "";
      } while (after);
      return found;
    },
  });
}

/** The whole draft that is shown, as everybody in the hearing sees it. */
export function usePreviewGrid(period: string) {
  return useQuery({
    queryKey: officeKeys.whole(period),
    queryFn: () => told(api.GET("/api/periods/{period}/preview", { params: { path: { period } } })),
  });
}

export const publicationsQuery = (period: string) =>
  queryOptions({
    queryKey: officeKeys.publications(period),
    queryFn: () =>
      told(api.GET("/api/periods/{period}/publications", { params: { path: { period } } })),
  });

/** What a ward holds; null for a unit that has none yet. */
export const wardQuery = (unit: string) =>
  queryOptions({
    queryKey: officeKeys.ward(unit),
    queryFn: () =>
      orNone(told(api.GET("/api/units/{unit}/ward", { params: { path: { unit } } })), "ward.none"),
  });

export function useRules(unit: string) {
  return useQuery({
    queryKey: officeKeys.rules(unit),
    queryFn: () =>
      orNone(
        told(api.GET("/api/units/{unit}/ward/rules", { params: { path: { unit } } })),
        "ward.none",
      ),
  });
}

export function useAgreements(unit: string) {
  return useQuery({
    queryKey: officeKeys.agreements(unit),
    queryFn: () =>
      orNone(
        told(api.GET("/api/units/{unit}/ward/agreements", { params: { path: { unit } } })),
        "ward.none",
      ),
  });
}

export const protocolQuery = (period: string) =>
  queryOptions({
    queryKey: officeKeys.protocol(period),
    queryFn: () => orNone(askProtocol(period), "protocol.none"),
  });

/** The protocol with the tag of its state; null before one is written. */
export const useProtocol = (period: string) => useQuery(protocolQuery(period));

async function askProtocol(period: string): Promise<{ protocol: Protocol; tag: string }> {
  const asked = api.GET("/api/periods/{period}/protocol", { params: { path: { period } } });
  const [protocol, response] = await answered(asked);
  return { protocol, tag: response.headers.get("ETag") ?? "" };
}

/** Take one refusal for what it is: there is nothing yet. */
async function orNone<T>(asked: Promise<T>, code: string): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === code) return null;
    throw error;
  }
}
