import { useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { keys } from "../../../api/keys";
import { useManagedUnit } from "../../useManagedUnit";

export type Norm = Schemas["NormRule"];
export type NormValue = Schemas["NormValue"];
export type Goal = Schemas["NormGoal"];

/** The unit's rules with the values in force and their paragraphs, and its goals. */
export function useNorms() {
  const unit = useManagedUnit().id;
  return useQuery({
    queryKey: keys.ward(unit, "norms"),
    queryFn: () => told(api.GET("/api/units/{unit}/norms", { params: { path: { unit } } })),
  });
}
