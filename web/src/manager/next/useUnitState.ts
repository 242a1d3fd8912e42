import { useQueries, useQuery } from "@tanstack/react-query";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { today } from "../../dates/dates";
import { protocolQuery, wardQuery } from "../../office/questions";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { useRecurring } from "../recurring/useRecurring";
import { rosterKeys } from "../roster/keys";
import { useManagedSwaps } from "../swaps/useManagedSwaps";
import { useManagedUnit } from "../useManagedUnit";
import { useSection } from "../ward/useSection";
import { rows } from "../period/wishes/overview";
import type { PeriodState, UnitState } from "./tasks";

/** Everything that tells what needs doing next, as far as it is known. */
export function useUnitState() {
  const unit = useManagedUnit().id;
  const ward = useQuery(wardQuery(unit));
  const periods = usePeriods(unit);
  const recurring = useRecurring(unit);
  const swaps = (useManagedSwaps(unit).data ?? []).filter((swap) => swap.state === "agreed");
  const open = (periods.data ?? []).filter((one) => one.stage !== "published" && one.end >= today());
  const states = usePeriodStates(open);
  const asked = [ward, periods, recurring];
  const state: UnitState = {
    ward: ward.data,
    periods: periods.data ?? [],
    open: states,
    swaps: { count: swaps.length, first: swaps.map((swap) => swap.first).sort()[0] ?? "" },
    recurring: (recurring.data ?? []).filter((wish) => !wish.approved).length,
  };
  return {
    state,
    ready: asked.every((one) => one.data !== undefined),
    error: asked.find((one) => one.error)?.error,
    retry: () => asked.forEach((one) => void one.refetch()),
  };
}

function usePeriodStates(open: Period[]): PeriodState[] {
  const people = useSection("people").data?.items;
  const wishes = useQueries({
    queries: open.map(({ id, stage }) => ({
      queryKey: [...keys.wishes(id), "all"],
      enabled: stage === "wishing",
      queryFn: () => told(api.GET("/api/periods/{period}/wishes", { params: { path: { period: id } } })),
    })),
  });
  const drafts = useQueries({
    queries: open.map(({ id, stage }) => ({
      queryKey: rosterKeys.drafts(id),
      enabled: stage === "drafting",
      queryFn: () => told(api.GET("/api/periods/{period}/drafts", { params: { path: { period: id } } })),
    })),
  });
  const comments = useQueries({
    queries: open.map(({ id, stage }) => ({
      queryKey: keys.comments(id),
      enabled: stage === "preview",
      queryFn: () => told(api.GET("/api/periods/{period}/comments", { params: { path: { period: id } } })),
    })),
  });
  const protocols = useQueries({
    queries: open.map(({ id, stage }) => ({ ...protocolQuery(id), enabled: stage === "preview" })),
  });
  return open.map((period, n) => {
    const theirs = wishes[n]?.data;
    const found = people && theirs ? rows(people, theirs, period) : undefined;
    return {
      period,
      missing: found?.filter((row) => !row.answered).length,
      asked: found?.length,
      drafts: drafts[n]?.data?.length,
      comments: comments[n]?.data,
      protocol: protocols[n]?.data === null ? null : protocols[n]?.data?.protocol,
    };
  });
}
