import createClient, { type Middleware } from "openapi-fetch";
import { currentToken } from "./forgery-token";
import { problemOf, Refusal, Unreached } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const LONGEST = 60_000;
const listeners = new Set<() => void>();

/** Be told when the service says that nobody is signed in. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const guarding: Middleware = {
  async onRequest({ request, schemaPath }) {
    if (SAFE.has(request.method)) return request;
    if (request.method === "POST" && schemaPath === "/api/session") return request;
    request.headers.set("X-CSRF-Token", await currentToken());
    return request;
  },
  onResponse({ request, response, schemaPath }) {
    const signingIn = request.method === "POST" && schemaPath === "/api/session";
    if (response.status === 401 && !signingIn) listeners.forEach((tell) => tell());
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  // a signal that comes and goes must not leave a page waiting for good
  fetch: (request) => globalThis.fetch(request, { signal: AbortSignal.timeout(LONGEST) }),
});
api.use(guarding);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What the service answered, with its headers; throws a Refusal or Unreached. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<[T, Response]> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Unreached) throw error;
    throw new Unreached(error);
  }
  const { response } = answer;
  if (!response.ok) throw new Refusal(response.status, problemOf(answer.error));
  return [answer.data as T, response];
}

/** What the service answered; throws a Refusal or Unreached. */
export async function told<T>(asked: Promise<Answer<T>>): Promise<T> {
  return (await answered(asked))[0];
}
