import { QueryClient } from "@tanstack/react-query";
import { Unreached } from "../api/problem";

const TRIES = 2;

/** Asks again when the service was not reached, never when it refused. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      gcTime: Infinity,
      retry: (count, error) => error instanceof Unreached && navigator.onLine && count < TRIES,
    },
    mutations: { networkMode: "always" },
  },
});
