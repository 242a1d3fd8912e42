import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import i18next from "i18next";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { namedKeys } from "../../scripts/no-loose-text.mjs";
import { catalogue, LANGUAGES, partOf } from "../../vite/catalogues";
import { speak, speakOffice } from "./language";

const root = resolve(import.meta.dirname, "../../..");

describe("the parts of a catalogue", () => {
  it("keep the larger screens' texts from an employee's phone", () => {
    expect(partOf("web.grid.help")).toBe("office");
    expect(partOf("rule.daily_rest")).toBe("office");
    expect(partOf("web.wish.save")).toBe("common");
    expect(partOf("web.notice.unknown")).toBe("notices");
    expect(partOf("web.bell.new")).toBe("common");
  });

  it.each(LANGUAGES)("share no key in %s, and lose none", (language) => {
    const common = Object.keys(catalogue(root, language, "common"));
    const office = Object.keys(catalogue(root, language, "office"));
    const notices = Object.keys(catalogue(root, language, "notices"));
    const all = [...common, ...office, ...notices];
    expect(all.length).toBe(new Set(all).size);
    expect(notices).toContain("web.notices.title");
    expect(common).toContain("web.product");
    expect(office).toContain("rule.daily_rest");
  });
});

/** Folders that an employee's phone loads. */
const PHONE = ["app", "burdens", "outbox", "periods", "session", "staff", "texts"];

describe.each(PHONE)("the sources in %s", (folder) => {
  it("say nothing that only other pages know", () => {
    const src = resolve(root, "web/src", folder);
    const files = readdirSync(src, { recursive: true }).map(String);
    const sources = files.filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."));
    for (const name of sources) {
      const { whole, begun } = namedKeys(readFileSync(join(src, name), "utf8"));
      expect([...whole, ...begun].filter((key: string) => partOf(key) !== "common")).toEqual([]);
    }
  });
});

describe("speaking", () => {
  beforeEach(async () => {
    vi.stubGlobal("localStorage", { setItem: () => undefined });
    vi.stubGlobal("document", { documentElement: {} });
    await i18next.init({ resources: {}, ns: ["texts"], defaultNS: "texts", keySeparator: false });
  });

  it("learns the office's part when an office area opens, in later languages too", async () => {
    await speak("nb");
    expect(i18next.exists("web.close")).toBe(true);
    expect(i18next.exists("rule.daily_rest")).toBe(false);
    await speakOffice();
    expect(i18next.exists("rule.daily_rest")).toBe(true);
    await speak("nn");
    expect(i18next.exists("rule.daily_rest")).toBe(true);
    expect(i18next.exists("web.close")).toBe(true);
  });
});
