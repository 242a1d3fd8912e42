import { describe, expect, it } from "vitest";
import { csvOf, fileName } from "./csv";

describe("rows for Norwegian Excel", () => {
  it("come with a mark for UTF-8, semicolons and decimal commas", () => {
    expect(csvOf([["Navn", "Timer"], ["Åse", 35.5], ["Per", null]])).toBe(
      "\uFEFFNavn;Timer\r\nÅse;35,5\r\nPer;\r\n",
    );
  });

  it("quote what would break a row", () => {
    expect(csvOf([['a;b', 'si "hei"', "to\nlinjer"]])).toContain('"a;b";"si ""hei""";"to\nlinjer"');
  });

  it.each(["=1+1", "+47", "-x", "@a"])("never hand Excel a formula: %s", (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
  });

  it("leave negative numbers numbers", () => {
    expect(csvOf([[-3.5]])).toBe("\uFEFF-3,5\r\n");
  });

  it("get a name that any disk takes", () => {
    expect(fileName("Fjellheim, 2. etasje", "Vår 2027 / uke 5")).toBe(
      "fjellheim-2-etasje-vår-2027-uke-5.csv",
    );
  });
});
