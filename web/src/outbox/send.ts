import type { QueryClient } from "@tanstack/react-query";
import { api, told } from "../api/client";
import { keys } from "../api/keys";
import { Refusal } from "../api/problem";
import { keepToken } from "../api/forgery-token";
import type { Entry } from "./entry";

/** Hand one entry to the service, and keep what it answers. */
export async function sendEntry(client: QueryClient, entry: Entry): Promise<void> {
  try {
    await handed(client, entry);
  } catch (error) {
    // a token of an earlier session: the next try asks for one anew
    if (error instanceof Refusal && error.problem.code === "session.forged") keepToken("");
    throw error;
  }
}

async function handed(client: QueryClient, { id, change }: Entry): Promise<void> {
  switch (change.kind) {
    case "wish": {
      const { period, date, choice } = change;
      const params = { path: { period, date } };
      const asked = api.PUT("/api/periods/{period}/wishes/mine/{date}", { params, body: choice });
      return renew(client, period, await told(asked));
    }
    case "unwish": {
      const params = { path: { period: change.period, date: change.date } };
      const asked = api.DELETE("/api/periods/{period}/wishes/mine/{date}", { params });
      return renew(client, change.period, await told(asked));
    }
    case "line": {
      const params = { path: { period: change.period } };
      const body = { duties: change.duties };
      const asked = api.PUT("/api/periods/{period}/wishes/mine", { params, body });
      return renew(client, change.period, await told(asked));
    }
    case "recurring": {
      const params = { path: { unit: change.unit }, header: { "Idempotency-Key": id } };
      const body = change.facts;
      await told(api.POST("/api/units/{unit}/recurring-wishes/mine", { params, body }));
      return client.invalidateQueries({ queryKey: keys.recurring(change.unit) });
    }
    case "unrecurring": {
      const params = { path: { unit: change.unit, wish: change.wish } };
      await removed(told(api.DELETE("/api/units/{unit}/recurring-wishes/mine/{wish}", { params })));
      return client.invalidateQueries({ queryKey: keys.recurring(change.unit) });
    }
  }
}

async function renew(client: QueryClient, period: string, answer: unknown): Promise<void> {
  // an answer that was asked for before this change would show it undone
  await client.cancelQueries({ queryKey: keys.wishes(period) });
  client.setQueryData(keys.wishes(period), answer);
  void client.invalidateQueries({ queryKey: keys.levels(period) });
}

/** A removal whose first answer got lost finds nothing the second time: that is what was wanted. */
async function removed(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404)) throw error;
  }
}
