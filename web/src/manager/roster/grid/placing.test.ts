import { expect, it } from "vitest";
import { dutyAt, handedOn, type Placed } from "./placing";

const DATE = "2027-02-15";
const lead = { shift: "D", unit: "east", role: "lead" };
const PLACES = new Map<string, Placed>([
  ["a", { home: "east", placed: { [DATE]: [lead] } }],
  ["b", { home: "west", placed: {} }],
]);

it("keeps role and unit of a duty that stands, and takes one's own unit for a new one", () => {
  expect(dutyAt(PLACES, "a", DATE, "D")).toEqual(lead);
  expect(dutyAt(PLACES, "a", DATE, "A")).toEqual({ shift: "A", unit: "east" });
  expect(dutyAt(PLACES, "b", "2027-02-16", "D")).toEqual({ shift: "D", unit: "west" });
});

it("hands a role on to whoever takes the shift over on the same date", () => {
  const plain = { shift: "D", unit: "west" };
  const cells = [
    { person: "a", date: DATE, duties: [] },
    { person: "b", date: DATE, duties: [plain] },
  ];
  expect(handedOn({ cells }, PLACES).cells[1]?.duties).toEqual([lead]);
});

it("leaves others alone while the role stays where it is, or another shift is given", () => {
  const plain = { shift: "D", unit: "west" };
  const kept = { cells: [{ person: "a", date: DATE, duties: [lead] }, { person: "b", date: DATE, duties: [plain] }] };
  expect(handedOn(kept, PLACES)).toBe(kept);
  const other = { cells: [{ person: "a", date: DATE, duties: [] }, { person: "b", date: "2027-02-16", duties: [plain] }] };
  expect(handedOn(other, PLACES).cells[1]?.duties).toEqual([plain]);
});
