import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { api, told } from "../api/client";
import { keepToken } from "../api/forgery-token";
import { keys } from "../api/keys";
import { Refusal } from "../api/problem";
import type { Me } from "./areas";
import { forgetSession } from "./forget";

async function whoAmI(): Promise<Me | null> {
  try {
    const me = await told(api.GET("/api/session"));
    keepToken(me.csrf);
    return { ...me, csrf: "" };
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in, null for nobody; what was known last is shown while there is no signal. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: whoAmI,
  staleTime: 5 * 60_000,
  meta: { offline: true },
});

export const useMeQuery = () => useQuery(meQuery);

export const MeContext = createContext<Me | null>(null);

/** Who is signed in; only for pages behind the sign-in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("nobody is signed in");
  return me;
}

/** End the session here and on the server. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await told(api.DELETE("/api/session"));
    forgetSession(client);
  };
}
