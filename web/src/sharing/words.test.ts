import { describe, expect, it } from "vitest";
import { amountOf } from "./bridge/Assumptions";
import { listed } from "./catalogue/useWayWords";

describe("competences", () => {
  it("are listed as one says them", () => {
    const names = ["Servicevert", "Assistent", "Sykepleier"];
    expect(listed(names, "nb", "disjunction")).toBe("Servicevert, assistent eller sykepleier");
    expect(listed(names.slice(0, 2), "nb", "conjunction")).toBe("Servicevert og assistent");
    expect(listed([], "nb", "disjunction")).toBe("");
  });
});

describe("an assumption that is typed", () => {
  it("is a share in percent or a number, or is not sent", () => {
    expect(amountOf(30, "share")).toBe(0.3);
    expect(amountOf(101, "share")).toBeUndefined();
    expect(amountOf(-1, "fte")).toBeUndefined();
    expect(amountOf(NaN, "hours")).toBeUndefined();
    expect(amountOf(66, "fte")).toBe(66);
    expect(amountOf(null, "share")).toBeNull();
  });
});
