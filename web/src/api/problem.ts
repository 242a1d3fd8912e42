/** What every refusal looks like; the OpenAPI document does not name it. */
export interface Problem {
  code: string;
  message: string;
  hint: string;
  where: string;
}

/** A refusal by the service, in its one shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.message);
    this.name = "Refusal";
  }
}

/** The service was not reached: no signal, or it is down. */
export class Unreached extends Error {
  constructor(cause?: unknown) {
    super("unreached", { cause });
    this.name = "Unreached";
  }
}

/** The problem that an answer's body tells, or an empty one when it tells none. */
export function problemOf(body: unknown): Problem {
  const told = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof told[name] === "string" ? told[name] : "");
  return {
    code: text("code"),
    message: text("message"),
    hint: text("hint"),
    where: text("where"),
  };
}
