import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useSyncExternalStore } from "react";
import { useMe } from "../session/useMe";
import { newId } from "./new-id";
import { Outbox, type State } from "./outbox";
import { sendEntry } from "./send";

const OutboxContext = createContext<Outbox | null>(null);

/** One outbox for who is signed in; it wakes on a new signal and when the page is looked at. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { account } = useMe();
  const outbox = useMemo(() => {
    const key = `helseturnus.outbox.${account}`;
    return new Outbox({
      storage: localStorage,
      key,
      send: (entry) => sendEntry(client, entry),
      alone: (work) => alone(key, work),
      later: (work, ms) => setTimeout(work, ms),
      cancel: (timer) => clearTimeout(timer as number | undefined),
      newId,
      now: () => new Date(),
    });
  }, [account, client]);
  useEffect(() => {
    const wake = () => outbox.wake();
    const seen = () => document.visibilityState === "visible" && outbox.wake();
    const reread = () => outbox.reread();
    window.addEventListener("online", wake);
    window.addEventListener("storage", reread);
    document.addEventListener("visibilitychange", seen);
    wake();
    return () => {
      window.removeEventListener("online", wake);
      window.removeEventListener("storage", reread);
      document.removeEventListener("visibilitychange", seen);
      outbox.stop();
    };
  }, [outbox]);
  return <OutboxContext.Provider value={outbox}>{children}</OutboxContext.Provider>;
}

/** Where the browser has no locks, two windows may send the same: each request may come twice. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request(name, work);
  else await work();
}

export function useOutbox(): [Outbox, State] {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error("no outbox here");
  return [outbox, useSyncExternalStore(outbox.subscribe, outbox.current)];
}
