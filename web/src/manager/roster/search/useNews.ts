import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { rosterKeys } from "../keys";
import { type News, withNews } from "./news";
import type { Job } from "./useJobs";

export type Line = "opening" | "open" | "lost";
const AGAIN = 4000;

interface Followed {
  news: readonly News[];
  line: Line;
}

const NOTHING: Followed = { news: [], line: "opening" };

/**
 * Follow a job live. The browser takes up a lost connection by itself and tells the service the
 * last news that it has; where the service refused, it is tried anew after a while.
 */
export function useNews(job: string, period: string): Followed {
  const client = useQueryClient();
  const [followed, setFollowed] = useState<Followed>(NOTHING);
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const line = (now: Line) => setFollowed((was) => (was.line === now ? was : { ...was, line: now }));
    const open = () => {
      source = new EventSource(`/api/jobs/${encodeURIComponent(job)}/news`);
      source.onopen = () => line("open");
      source.onerror = () => {
        line("lost");
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN);
      };
      source.addEventListener("news", (event) => {
        const one = JSON.parse(event.data) as News;
        setFollowed((was) => ({ line: "open", news: withNews(was.news, one) }));
      });
      source.addEventListener("ended", (event) => {
        source?.close();
        client.setQueryData(rosterKeys.job(job), JSON.parse(event.data) as Job);
        line("open");
        void client.invalidateQueries({ queryKey: rosterKeys.drafts(period) });
        void client.invalidateQueries({ queryKey: rosterKeys.jobs(period) });
        void client.invalidateQueries({ queryKey: rosterKeys.questions(period) });
      });
    };
    open();
    return () => {
      source?.close();
      clearTimeout(timer);
    };
  }, [client, job, period]);
  return followed;
}
