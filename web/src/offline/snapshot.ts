import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** What the phone remembers, so that the pages open without a signal; gone with the session. */
const KEPT = "helseturnus.snapshot.1";
const DELAY = 500;

interface Entry {
  key: QueryKey;
  data: unknown;
  at: number;
}

function read(storage: Storage): Entry[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? (kept as Entry[]) : [];
  } catch {
    return [];
  }
}

/** Put back what was remembered, and remember the answers of queries with ``meta.offline``. */
export function startSnapshot(client: QueryClient, storage: Storage = localStorage): void {
  for (const { key, data, at } of read(storage)) {
    client.setQueryData(key, data, { updatedAt: at });
    // asked for anew as soon as a page wants it
    void client.invalidateQueries({ queryKey: key, refetchType: "none" });
  }
  const restored = new Set(read(storage).map(({ key }) => JSON.stringify(key)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.getQueryCache().subscribe(({ query, type }) => {
    const wanted = query.meta?.offline || restored.has(query.queryHash);
    if (type !== "updated" || !wanted) return;
    clearTimeout(timer);
    timer = setTimeout(() => write(client, storage, restored), DELAY);
  });
}

function write(client: QueryClient, storage: Storage, restored: Set<string>): void {
  const entries: Entry[] = client
    .getQueryCache()
    .getAll()
    .filter((query) => query.meta?.offline || restored.has(query.queryHash))
    .filter((query) => query.state.data !== undefined && query.state.data !== null)
    .map((query) => ({
      key: query.queryKey,
      data: query.state.data,
      at: query.state.dataUpdatedAt,
    }));
  try {
    if (client.getQueryData(["me"])) storage.setItem(KEPT, JSON.stringify(entries));
    else storage.removeItem(KEPT);
  } catch {
    // a full phone: the pages still work while there is a signal
  }
}

/** Forget everything, as when somebody signs out. */
export function forgetSnapshot(storage: Storage = localStorage): void {
  storage.removeItem(KEPT);
}
