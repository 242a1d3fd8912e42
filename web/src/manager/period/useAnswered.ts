import { useQuery } from "@tanstack/react-query";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import type { Period } from "../../periods/usePeriods";
import { useRecurring } from "../recurring/useRecurring";
import { useSection } from "../ward/useSection";
import { rows } from "./wishes/overview";

/** Everybody's wishes with their reasons; for the manager alone. */
export function useAllWishes(period: string) {
  return useQuery({
    queryKey: [...keys.wishes(period), "all"],
    queryFn: () => told(api.GET("/api/periods/{period}/wishes", { params: { path: { period } } })),
  });
}

/** Who is asked in a round and has not answered, and the recurring wishes that it takes in. */
export function useAnswered(period: Period) {
  const people = useSection("people").data?.items ?? [];
  const wishes = useAllWishes(period.id).data ?? [];
  const recurring = useRecurring(period.unit).data ?? [];
  const found = rows(people, wishes, period);
  return {
    all: found.length,
    missing: found.filter((row) => !row.answered).map((row) => row.name),
    recurring: recurring.filter((wish) => wish.approved).length,
    waiting: recurring.filter((wish) => !wish.approved).length,
  };
}
