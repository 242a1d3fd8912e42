import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TFunction } from "i18next";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { formats } from "../texts/useFormats";
import { factInWords, sentenceOf } from "./sentence";

const nb = formats("nb-NO");
const t = ((key: string, facts?: object) => `${key} ${JSON.stringify(facts)}`) as unknown as TFunction;

describe("a notice in words", () => {
  it("says dates and moments with their weekday, and leaves the rest", () => {
    expect(factInWords("2027-02-15", nb)).toBe("mandag 15. februar");
    expect(factInWords("2027-02-15T21:00:00+00:00", nb)).toMatch(/^mandag 15\. februar.*22:00$/);
    expect(factInWords("Vår 2027-02", nb)).toBe("Vår 2027-02");
    expect(factInWords(3, nb)).toBe(3);
  });

  it("fills its sentence in, and has one for kinds that it does not know", () => {
    const how = { t, exists: (key: string) => key === "web.notice.known", formats: nb };
    expect(sentenceOf({ kind: "known", facts: { first: "2027-02-15" } }, how)).toBe(
      'web.notice.known {"first":"mandag 15. februar"}',
    );
    expect(sentenceOf({ kind: "later", facts: { x: 1 } }, how)).toBe("web.notice.unknown undefined");
  });

  it("has a sentence on the screens for each that is sent", () => {
    const folder = resolve("../api/texts/nb");
    const files = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), "utf8"));
    const known = new Set(files.flatMap((file) => Object.keys(parse(file))));
    const frames = new Set(["subject", "email", "sms", "moment", "plain", "test"]);
    const kinds = [...known].filter((key) => key.startsWith("notice.")).map((key) => key.slice(7));
    for (const kind of kinds.filter((one) => !frames.has(one))) {
      expect(known).toContain(`web.notice.${kind}`);
    }
  });
});
