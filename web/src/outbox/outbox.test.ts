import { describe, expect, it } from "vitest";
import { type Problem, Refusal, Unreached } from "../api/problem";
import { type Change, parsed } from "./entry";
import { FakePhone } from "./fake-surroundings";
import { Outbox } from "./outbox";

const wish = (date: string, reason = ""): Change => ({
  kind: "wish",
  period: "p",
  date,
  choice: { kind: "avoid", shifts: [], strength: 2, reason },
});
const problem = (code: string): Problem => ({ code, message: code, hint: "", where: "" });
const settle = () => new Promise((done) => setTimeout(done, 0));
const unreached = () => Promise.reject(new Unreached());
const dates = (box: Outbox) =>
  box.current().entries.map(({ change }) => ("date" in change ? change.date : change.kind));

describe("outbox", () => {
  it("keeps a change before it is sent and lets go only when it is acknowledged", async () => {
    const phone = new FakePhone();
    let acknowledge = () => {};
    phone.answer = () => new Promise((done) => (acknowledge = done));
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    expect(parsed(phone.kept.get("box") ?? "")).toHaveLength(1);
    await settle();
    expect(phone.sent).toHaveLength(1);
    expect(parsed(phone.kept.get("box") ?? "")).toHaveLength(1);
    acknowledge();
    await settle();
    expect(parsed(phone.kept.get("box") ?? "")).toHaveLength(0);
    expect(box.current().entries).toHaveLength(0);
  });

  it("loses nothing when the page is loaded again without a signal", async () => {
    const phone = new FakePhone();
    phone.answer = unreached;
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    box.add(wish("2027-01-05"));
    await settle();
    box.stop();
    const again = new Outbox(phone.around());
    expect(dates(again)).toEqual(["2027-01-04", "2027-01-05"]);
    phone.answer = () => undefined;
    phone.sent.length = 0;
    again.wake();
    await settle();
    expect(phone.sent.map(({ id }) => id)).toEqual(["id-1", "id-2"]);
    expect(again.current().entries).toEqual([]);
  });

  it("sends in order and waits longer after each miss", async () => {
    const phone = new FakePhone();
    phone.answer = unreached;
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    await settle();
    box.add(wish("2027-01-05"));
    await settle();
    expect(box.current().unreached).toBe(true);
    const first = phone.timers[0]?.ms ?? 0;
    phone.fire();
    await settle();
    expect(phone.timers).toHaveLength(1);
    expect(phone.timers[0]?.ms).toBe(2 * first);
    phone.answer = () => undefined;
    phone.sent.length = 0;
    box.wake();
    await settle();
    expect(phone.sent.map(({ id }) => id)).toEqual(["id-1", "id-2"]);
    expect(box.current().unreached).toBe(false);
  });

  it("shows a refusal with its entry and goes on with the next", async () => {
    const phone = new FakePhone();
    phone.answer = ({ id }) =>
      id === "id-1" ? Promise.reject(new Refusal(409, problem("wish.quota"))) : undefined;
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    box.add(wish("2027-01-05"));
    await settle();
    expect(dates(box)).toEqual(["2027-01-04"]);
    expect(box.current().entries[0]?.refusal?.code).toBe("wish.quota");
    expect(parsed(phone.kept.get("box") ?? "")[0]?.refusal?.code).toBe("wish.quota");
    phone.answer = () => undefined;
    box.add(wish("2027-01-04", "mended"));
    await settle();
    expect(box.current().entries).toEqual([]);
    expect(phone.sent.at(-1)?.change).toMatchObject({ choice: { reason: "mended" } });
  });

  it.each([401, 408, 429, 500, 503])("keeps trying after %i", async (status) => {
    const phone = new FakePhone();
    phone.answer = () => Promise.reject(new Refusal(status, problem("x")));
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    await settle();
    expect(box.current().entries[0]?.refusal).toBeUndefined();
    expect(phone.timers).toHaveLength(1);
  });

  it("asks for another token instead of giving up", async () => {
    const phone = new FakePhone();
    phone.answer = () => Promise.reject(new Refusal(403, problem("session.forged")));
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    await settle();
    expect(box.current().entries[0]?.refusal).toBeUndefined();
  });

  it("lets a later change of a day take the place of an earlier one, but not of one under way", async () => {
    const phone = new FakePhone();
    let acknowledge = () => {};
    phone.answer = () => new Promise((done) => (acknowledge = done));
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04", "first"));
    await settle();
    box.add(wish("2027-01-04", "second"));
    box.add(wish("2027-01-04", "third"));
    expect(dates(box)).toEqual(["2027-01-04", "2027-01-04"]);
    acknowledge();
    await settle();
    acknowledge();
    await settle();
    const reasons = phone.sent.map(({ change }) => change.kind === "wish" && change.choice.reason);
    expect(reasons).toEqual(["first", "third"]);
    expect(box.current().entries).toEqual([]);
  });

  it("forgets a refusal that a later change has made moot", async () => {
    const phone = new FakePhone();
    let refuse: (reason: unknown) => void = () => {};
    phone.answer = () => new Promise((_, fail) => (refuse = fail));
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04", "first"));
    await settle();
    box.add(wish("2027-01-04", "second"));
    refuse(new Refusal(422, problem("wish.shift")));
    await settle();
    expect(box.current().entries).toHaveLength(1);
    expect(box.current().entries[0]?.refusal).toBeUndefined();
  });

  it("says so when the phone is full, and still sends", async () => {
    const phone = new FakePhone();
    phone.full = true;
    phone.answer = unreached;
    const box = new Outbox(phone.around());
    box.add(wish("2027-01-04"));
    await settle();
    expect(box.current()).toMatchObject({ unkept: true, unreached: true });
    expect(box.current().entries).toHaveLength(1);
    phone.answer = () => undefined;
    box.wake();
    await settle();
    expect(box.current().entries).toEqual([]);
  });

  it("reads nothing from what is broken", () => {
    expect(parsed("{")).toEqual([]);
    expect(parsed('[{"id":"x"},{"id":"y","change":{"kind":"line"}}]')).toHaveLength(1);
    expect(parsed("{}")).toEqual([]);
  });
});
