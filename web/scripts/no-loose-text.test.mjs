import { describe, expect, it } from "vitest";
import { looseTexts, namedKeys } from "./no-loose-text.mjs";

describe("no loose text", () => {
  it.each([
    ["<p>Hei alle</p>", "Hei alle"],
    ['<input aria-label="Navn" />', "Navn"],
    ['<Field label={open ? "Åpen" : t("web.x")} />', "Åpen"],
    ['<p>{"Lagret"}</p>', "Lagret"],
    ["<p>{`Uke ${week}`}</p>", "Uke"],
    ['<p>{done && "Ferdig"}</p>', "Ferdig"],
  ])("finds the text of %s", (source, text) => {
    expect(looseTexts(`const a = ${source};`)).toEqual([[1, text]]);
  });

  it("lets catalogue texts, classes and signs pass", () => {
    const source = 'const a = <p className="quiet big" id="name">{t("web.x")} · {count} %</p>;';
    expect(looseTexts(source)).toEqual([]);
  });

  it("reads the keys that a source names", () => {
    const source = 't("web.a.b"); t(`web.level.${level}`)';
    expect(namedKeys(source)).toEqual({ whole: ["web.a.b"], begun: ["web.level."] });
  });
});
