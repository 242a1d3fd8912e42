import { useEffect, useState } from "react";

/** Seconds since a moment, once a second while something runs; null before it has begun. */
export function useSeconds(since: string | null | undefined, running: boolean): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return since ? Math.max(0, (now - Date.parse(since)) / 1000) : null;
}
