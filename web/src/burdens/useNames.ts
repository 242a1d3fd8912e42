import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";

export type Agreement = Schemas["AgreementShape"];
export type Step = "propose" | "confirm" | "withdraw";

const keyOf = (unit: string) => ["names agreement", unit] as const;

/** Whether the unit has agreed that colleagues see names. */
export function useNames(unit: string) {
  return useQuery({
    queryKey: keyOf(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/names-agreement", { params: { path: { unit } } })),
  });
}

/** Propose, confirm or withdraw the agreement. */
export function useNamesStep(unit: string) {
  const client = useQueryClient();
  const params = { path: { unit } };
  return useMutation({
    mutationFn: (step: Step) => {
      if (step === "withdraw") return told(api.DELETE("/api/units/{unit}/names-agreement", { params }));
      return step === "propose"
        ? told(api.PUT("/api/units/{unit}/names-agreement/proposal", { params }))
        : told(api.PUT("/api/units/{unit}/names-agreement/confirmation", { params }));
    },
    onSuccess: (agreement) => client.setQueryData(keyOf(unit), agreement),
    onError: () => void client.invalidateQueries({ queryKey: keyOf(unit) }),
  });
}
