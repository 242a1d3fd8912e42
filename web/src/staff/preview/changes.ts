import type { Schemas } from "../../api/client";

export type PreviewDay = Schemas["MyDay"];

/** Whether a day is another than in the draft that was shown before. */
export function changed(day: PreviewDay): boolean {
  return day.before !== null && day.before !== undefined && !same(day.before, day.shifts);
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && [...one].sort().join() === [...other].sort().join();
}

/** Whether the service compared the line with an earlier one at all. */
export function compared(days: PreviewDay[]): boolean {
  return days.some((day) => day.before !== null && day.before !== undefined);
}
