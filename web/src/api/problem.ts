/** One thing that is wrong in a file or request: where, what stands there, what must. */
export interface Fault {
  where: string;
  found: string;
  needed: string;
  maybe: string;
}

/** What every refusal looks like; a file with faults tells all of them. */
export interface Problem {
  code: string;
  message: string;
  hint: string;
  where: string;
  faults?: Fault[];
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
    ...(Array.isArray(told.faults) && { faults: told.faults.map(faultOf) }),
  };
}

function faultOf(found: unknown): Fault {
  const { where, found: stands, needed, maybe } = found as Record<string, unknown>;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return { where: text(where), found: text(stands), needed: text(needed), maybe: text(maybe) };
}

/** The faults that an error tells, none where it is another kind of error. */
export function faultsOf(error: unknown): Fault[] {
  return error instanceof Refusal ? (error.problem.faults ?? []) : [];
}
