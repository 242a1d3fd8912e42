import { expect, it } from "vitest";
import { howEnded } from "./JobEnd";

const job = { state: "done" as const, objective: 120, bound: 90, trouble: "" };

it("says how a search ended by what is proved", () => {
  expect(howEnded(job)).toBe("good");
  expect(howEnded({ ...job, bound: 120 })).toBe("best");
  expect(howEnded({ ...job, bound: null })).toBe("unproved");
});

it("tells apart nothing lawful, nothing found, and a fault of ours", () => {
  const failed = { ...job, state: "failed" as const, objective: null, bound: null };
  expect(howEnded({ ...failed, trouble: "infeasible" })).toBe("infeasible");
  expect(howEnded({ ...failed, trouble: "unknown" })).toBe("unknown");
  expect(howEnded({ ...failed, trouble: "SolverDied" })).toBe("broken");
  expect(howEnded({ ...failed, state: "cancelled" })).toBe("cancelled");
});
