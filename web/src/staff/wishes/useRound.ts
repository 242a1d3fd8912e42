import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { useOutbox } from "../../outbox/OutboxProvider";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { myDays } from "./my-days";

/** The periods whose wish round is open, and the one that is looked at. */
export function useOpenPeriods(unit: string) {
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods(unit);
  const open = (periods.data ?? [])
    .filter((period) => period.wishes_open)
    .sort((a, b) => a.start.localeCompare(b.start));
  const period = open.find(({ id }) => id === search.get("period")) ?? open[0];
  return { periods, open, period, choose: (id: string) => setSearch({ period: id }) };
}

/** One's wishes in a period's round and how the days are covered. */
export function useRound(period: Period) {
  const params = { path: { period: period.id } };
  const mine = useQuery({
    queryKey: keys.wishes(period.id),
    queryFn: () => told(api.GET("/api/periods/{period}/wishes/mine", { params })),
    meta: { offline: true },
  });
  const levels = useQuery({
    queryKey: keys.levels(period.id),
    queryFn: () => told(api.GET("/api/periods/{period}/levels", { params })),
    meta: { offline: true },
  });
  const [outbox, { entries }] = useOutbox();
  const days = myDays(mine.data, entries, period.id);
  const byDate = new Map(levels.data?.map((level) => [level.date, level]));
  const codes = [...new Set(levels.data?.flatMap((level) => Object.keys(level.shifts)))].sort();
  const { error: levelsError, isLoading: levelling } = levels;
  return { mine, levels: byDate, levelsError, levelling, codes, days, outbox, entries };
}

export type Round = ReturnType<typeof useRound>;
