import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";

export type Recurring = Schemas["RecurringShape"];
const key = (unit: string) => [...keys.recurring(unit), "all"];

/** A unit's recurring wishes, for its manager. */
export function useRecurring(unit: string) {
  return useQuery({
    queryKey: key(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/recurring-wishes", { params: { path: { unit } } })),
  });
}

/** Approve a recurring wish or take that back, as it was seen; also a refusal fetches them anew. */
export function useApproval(unit: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, approved }: { wish: Recurring; approved: boolean }) => {
      const header = { "If-Match": `"${wish.revision}"` };
      const params = { path: { unit, wish: wish.id }, header };
      return told(
        api.PUT("/api/units/{unit}/recurring-wishes/{wish}/approval", { params, body: { approved } }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: key(unit) }),
  });
}
