import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ACTIONS, actorText, actText, breakOf, type Entry, shownPayload } from "./act-words";

const t = ((key: string) => key) as unknown as Parameters<typeof actText>[0];
const entry = (part: Partial<Entry>): Entry => ({
  ...{ number: 1, at: "", actor: null, actor_name: "", action: "wish.put", unit: null },
  ...{ about: "", hash: "", payload: null },
  ...part,
});

describe("entries of the log in words", () => {
  it("have words in every language for each action", () => {
    for (const language of ["nb", "nn", "en"]) {
      const folder = resolve(`../api/texts/${language}`);
      const texts = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), "utf8")).join("");
      for (const action of ACTIONS) expect(texts).toContain(`"web.admin.act.${action}" = `);
    }
  });

  it("tell a later service's actions as they are", () => {
    expect(actText(t, "period.create")).toBe("web.admin.act.period.create");
    expect(actText(t, "moon.land")).toBe("moon.land");
  });

  it("tell who acted, also when the account is gone or nobody asked", () => {
    expect(actorText(t, entry({ actor: "a", actor_name: "Kari" }))).toBe("Kari");
    expect(actorText(t, entry({ actor: "a" }))).toBe("web.admin.log.erased_actor");
    expect(actorText(t, entry({}))).toBe("web.admin.log.service");
  });

  it("never show why somebody wishes", () => {
    const payload = { date: "2027-01-01", reason: "privat" };
    expect(shownPayload(entry({ payload }))).toEqual({ date: "2027-01-01" });
    expect(shownPayload(entry({ action: "roster.publish", payload }))).toEqual(payload);
    expect(shownPayload(entry({}))).toBeNull();
  });

  it("read a break of the chain", () => {
    expect(breakOf("12: changed")).toEqual({ number: 12, why: "changed" });
  });
});
