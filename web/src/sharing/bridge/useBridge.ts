import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";

export type Bridge = Schemas["Bridge"];
export type Used = Schemas["Used"];
export type UnitHours = Schemas["UnitHoursShape"];
export type Ground = "trondheim" | "own" | "units" | "invented";

/** What the bridge is asked for: where its hours come from, and what is assumed otherwise. */
export interface Asked {
  ground: Ground;
  settings: Record<string, number>;
  units: UnitHours[];
  seed: number;
}

export const START: Asked = { ground: "trondheim", settings: {}, units: [], seed: 311 };
const OWN = ["hours", "units"];

/** The request that asks for it; what belongs to another ground is left out. */
export function bodyOf(asked: Asked): Schemas["BridgeAsked"] {
  const settings = Object.fromEntries(
    Object.entries(asked.settings).filter(([key]) => asked.ground === "own" || !OWN.includes(key)),
  );
  if (asked.ground === "units") return { settings, units: asked.units };
  if (asked.ground === "invented") return { settings, invented: asked.seed };
  return { settings };
}

/** Whether all that the ground needs is there. */
export function isWhole(asked: Asked): boolean {
  if (asked.ground === "own") return asked.settings["hours"] !== undefined;
  return asked.ground !== "units" || asked.units.length > 0;
}

/** The bridge as the service computes it; nothing is kept there. */
export function useBridge(asked: Asked) {
  const body = bodyOf(asked);
  return useQuery({
    queryKey: ["bridge", body],
    // a pair in an answer is read as a list of any length
    queryFn: async () => (await told(api.POST("/api/bridge", { body }))) as Bridge,
    placeholderData: keepPreviousData,
    enabled: isWhole(asked),
    retry: false,
  });
}

/** The same as a file. */
export function useBridgeFile() {
  return useMutation({
    mutationFn: async ({ ending, asked }: { ending: "pdf" | "json"; asked: Asked }) => {
      const params = { path: { ending } };
      const found = api.POST("/api/bridge/report/{ending}", { params, body: bodyOf(asked), parseAs: "blob" });
      return (await told(found)) as unknown as Blob;
    },
  });
}

/** Read a list of units and hours; it is sent back with each question and kept nowhere. */
export function useReadUnits() {
  return useMutation({
    mutationFn: (file: File) =>
      told(
        api.POST("/api/bridge/units", {
          headers: { "Content-Type": "application/octet-stream" },
          body: file as unknown as string,
          bodySerializer: (given) => given as unknown as File,
        }),
      ),
  });
}
