import type { Entry } from "./entry";
import type { Surroundings } from "./outbox";

/** A phone for tests: what it keeps, when its timers fire, and how the service answers. */
export class FakePhone {
  readonly kept = new Map<string, string>();
  readonly sent: Entry[] = [];
  readonly timers: { work: () => void; ms: number }[] = [];
  answer: (entry: Entry) => Promise<void> | void = () => undefined;
  full = false;
  private count = 0;

  around(key = "box"): Surroundings {
    return {
      key,
      storage: {
        getItem: (name) => this.kept.get(name) ?? null,
        setItem: (name, value) => {
          if (this.full) throw new Error("full");
          this.kept.set(name, value);
        },
      },
      send: async (entry) => {
        this.sent.push(entry);
        await this.answer(entry);
      },
      alone: (work) => work(),
      later: (work, ms) => {
        const timer = { work, ms };
        this.timers.push(timer);
        return timer;
      },
      cancel: (timer) => {
        const place = this.timers.findIndex((one) => one === timer);
        if (place >= 0) this.timers.splice(place, 1);
      },
      newId: () => `id-${(this.count += 1)}`,
      now: () => new Date("2026-11-22T12:00:00Z"),
    };
  }

  fire(): void {
    this.timers.shift()?.work();
  }
}
