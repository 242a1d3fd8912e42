import { problemOf, Refusal, Unreached } from "./problem";

let token = "";

/** Keep the token of the session; it lives in memory alone. */
export function keepToken(told: string): void {
  token = told;
}

/** The token that unsafe requests carry; after a start without a signal it is asked for first. */
export async function currentToken(): Promise<string> {
  if (token) return token;
  let response: Response;
  try {
    response = await fetch("/api/session");
  } catch (error) {
    throw new Unreached(error);
  }
  const body = (await response.json().catch(() => ({}))) as { csrf?: string };
  if (!response.ok) throw new Refusal(response.status, problemOf(body));
  token = body.csrf ?? "";
  return token;
}
