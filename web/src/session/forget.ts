import type { QueryClient } from "@tanstack/react-query";
import { keepToken } from "../api/forgery-token";
import { keys } from "../api/keys";
import { forgetSnapshot } from "../offline/snapshot";

/** Nobody is signed in any more: forget what was fetched; unsent wishes stay for their owner. */
export function forgetSession(client: QueryClient): void {
  keepToken("");
  forgetSnapshot();
  client.setQueryData(keys.me, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
}
