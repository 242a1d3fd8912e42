import { QueryClient } from "@tanstack/react-query";
import { Unreached } from "../api/problem";

const TRIES = 2;
const FRESH_MS = 2_000; // one page's parts share an answer; the next page asks again, for others work too

/** Asks again when the service was not reached, never when it refused. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: FRESH_MS,
      gcTime: Infinity,
      retry: (count, error) => error instanceof Unreached && navigator.onLine && count < TRIES,
    },
    mutations: { networkMode: "always" },
  },
});
