import { expect, test } from "vitest";
import { chosen, nameOf, summed } from "./heads";
import type { Proposed } from "./useReserve";

const row = (date: string, worth: number[]): Proposed => ({
  ...{ date, units: ["a"], shifts: ["D"], shift_names: ["Dag"], heads: worth.length },
  ...{ worth, expected: 1, needed: 0.6 },
});

test("fewer heads are taken from the least worth, none takes the row away", () => {
  const rows = [row("2027-01-04", [900, 400]), row("2027-01-05", [300])];
  const all = chosen(rows, {});
  expect(summed(all, 200)).toEqual({ shifts: 3, saved: 1000 });
  const some = chosen(rows, { [nameOf(rows[0] as Proposed)]: 1, [nameOf(rows[1] as Proposed)]: 0 });
  expect(some).toEqual([{ date: "2027-01-04", units: ["a"], shifts: ["D"], heads: 1, worth: [900] }]);
});
