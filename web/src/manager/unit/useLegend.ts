import { useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { useManagedUnit } from "../useManagedUnit";

export type Legend = Schemas["Legend"];
const NOTHING: Legend = { shifts: [], competences: [], units: [], groups: [] };

/** What the unit's codes mean; empty until it is known. */
export function useLegend(): Legend {
  const unit = useManagedUnit().id;
  const legend = useQuery({
    queryKey: keys.ward(unit, "legend"),
    queryFn: () => told(api.GET("/api/units/{unit}/legend", { params: { path: { unit } } })),
  });
  return legend.data ?? NOTHING;
}

export const named = (one: { code: string; name: string }) => ({
  value: one.code,
  label: one.name && one.name !== one.code ? `${one.name} (${one.code})` : one.code,
});
