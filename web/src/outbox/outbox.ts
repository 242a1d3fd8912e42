import { Refusal } from "../api/problem";
import { added, type Change, type Entry, nextToSend, parsed, refused, without } from "./entry";

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;
/** Refusals that another try may mend: too early, too many, the session, the service itself. */
const LATER = new Set([401, 408, 425, 429]);

export interface Surroundings {
  /** Where entries are kept, under a key of the account's own. */
  storage: Pick<Storage, "getItem" | "setItem">;
  key: string;
  /** Hand one entry to the service; throws as the client does. */
  send: (entry: Entry) => Promise<void>;
  /** Run alone among all the browser's windows. */
  alone: (work: () => Promise<void>) => Promise<void>;
  later: (work: () => void, ms: number) => unknown;
  cancel: (timer: unknown) => void;
  newId: () => string;
  now: () => Date;
}

export interface State {
  entries: Entry[];
  /** The last try did not reach the service. */
  unreached: boolean;
  /** The phone could not keep the entries: they are lost when the page is closed. */
  unkept: boolean;
}

/** Changes on their way: kept on the phone before anything else, sent in order, gone when acked. */
export class Outbox {
  private state: State;
  private listeners = new Set<() => void>();
  private sending: string | undefined;
  private pause = FIRST_PAUSE;
  private timer: unknown;
  private draining = false;
  private stopped = false;

  constructor(private readonly around: Surroundings) {
    this.state = { entries: this.kept(), unreached: false, unkept: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  current = (): State => this.state;

  /** Keep a change and send it as soon as that can be. */
  add(change: Change): void {
    const entry = { id: this.around.newId(), at: this.around.now().toISOString(), change };
    this.write(added(this.read(), entry, this.sending));
    void this.drain();
  }

  /** The entry that is being handed over just now. */
  onItsWay(): string | undefined {
    return this.sending;
  }

  /** Give up an entry that its writer does not want any more. */
  drop(id: string): void {
    if (id !== this.sending) this.write(without(this.read(), id));
  }

  /** Another window changed what is kept. */
  reread(): void {
    if (!this.state.unkept) this.show({ ...this.state, entries: this.kept() });
  }

  /** Begin, or there is a signal again: do not wait for the end of the pause. */
  wake(): void {
    this.stopped = false;
    this.pause = FIRST_PAUSE;
    void this.drain();
  }

  /** Send nothing more until woken. */
  stop(): void {
    this.stopped = true;
    this.around.cancel(this.timer);
  }

  /** Send what waits, in order, until all is sent or the service is not reached. */
  async drain(): Promise<void> {
    if (this.draining || this.stopped) return;
    this.draining = true;
    this.around.cancel(this.timer);
    try {
      await this.around.alone(() => this.sendAll());
    } finally {
      this.draining = false;
    }
    // what was added while the last answer was on its way
    if (!this.state.unreached && nextToSend(this.state.entries)) this.retry();
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const entry = this.stopped ? undefined : nextToSend(this.read());
      if (!entry) return;
      this.sending = entry.id;
      try {
        await this.around.send(entry);
        this.write(without(this.read(), entry.id), false);
        this.pause = FIRST_PAUSE;
      } catch (error) {
        if (!this.final(error)) {
          this.show({ ...this.state, unreached: true });
          this.retry();
          return;
        }
        this.write(refused(this.read(), entry.id, error.problem), false);
      } finally {
        this.sending = undefined;
      }
    }
  }

  private final(error: unknown): error is Refusal {
    if (!(error instanceof Refusal) || error.problem.code === "session.forged") return false;
    return error.status >= 400 && error.status < 500 && !LATER.has(error.status);
  }

  private retry(): void {
    if (this.stopped) return;
    this.around.cancel(this.timer);
    this.timer = this.around.later(() => void this.drain(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private kept(): Entry[] {
    return parsed(this.around.storage.getItem(this.around.key));
  }

  private read(): Entry[] {
    return this.state.unkept ? this.state.entries : this.kept();
  }

  private write(entries: Entry[], unreached = this.state.unreached): void {
    let unkept = false;
    try {
      this.around.storage.setItem(this.around.key, JSON.stringify(entries));
    } catch {
      unkept = true;
    }
    this.show({ entries, unreached, unkept });
  }

  private show(state: State): void {
    this.state = state;
    this.listeners.forEach((tell) => tell());
  }
}
