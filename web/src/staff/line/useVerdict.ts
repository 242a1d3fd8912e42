import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { dutiesOf, type Line } from "./useDraftLine";

const PAUSE = 400;

/** What a line amounts to, asked for when one has stopped tapping for a moment. */
export function useVerdict(period: string, line: Line) {
  const now = JSON.stringify(dutiesOf(line));
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), PAUSE);
    return () => clearTimeout(timer);
  }, [now]);
  const verdict = useQuery({
    queryKey: keys.verdict(period, settled),
    queryFn: () => {
      const params = { path: { period } };
      const body = { duties: JSON.parse(settled) as ReturnType<typeof dutiesOf> };
      return told(api.POST("/api/periods/{period}/proposal", { params, body }));
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { ...verdict, outdated: now !== settled || verdict.isPlaceholderData };
}
