import { describe, expect, it } from "vitest";
import { LEAST, startPassword } from "./start-password";

describe("a start password", () => {
  it("is long enough, in groups that can be read out, and another each time", () => {
    const drawn = Array.from({ length: 50 }, () => startPassword());
    for (const one of drawn) {
      expect(one).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
      expect(one.length).toBeGreaterThanOrEqual(LEAST);
    }
    expect(new Set(drawn).size).toBe(50);
  });
});
