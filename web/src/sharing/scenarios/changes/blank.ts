import type { Change, Kind, Materials } from "../useScenarios";

/** The kinds of change, in the order in which they are offered. */
export const KINDS = ["move", "add_staff", "drop", "train", "share_staff", "planning", "vacate", "enlarge"] as const;

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];

/** A change of a kind before anything is chosen; `materials` tells what is likely. */
export function blank(kind: Kind, materials: Materials): Change {
  const why = { reason: "", one_off_nok: 0 };
  switch (kind) {
    case "move":
      return { kind, tasks: [], givers: [], to: "", share: "1", weekdays: WEEK, slack: false, in_return: [], ...why };
    case "add_staff":
      return { kind, group: "", shift: newShift(materials), weekdays: WORKDAYS, heads: 1, posts: [100], full_time_hours: 35.5, ...why };
    case "drop":
      return { kind, task: "", share: "1", weekdays: WEEK, ...why };
    case "train":
      return { kind, people: [], hours: "", gives: [], task: null, ready: null, last: materials.last, signed_by: "", ...why };
    case "share_staff":
      return { kind, people: [], units: [], ...why };
    case "planning":
      return { kind, task: "rostering", automation: "0.3", pooling: "0.3", to: "planlegger", ...why };
    case "vacate":
      return { kind, people: [], ...why };
    case "enlarge":
      return { kind, people: [], percent: 10, ...why };
  }
}

/** A shift of new staff, under a code that the ward has not. */
function newShift(materials: Materials) {
  const code = ["V", "W", "X", "Y", "Z"].find((one) => !materials.shifts.includes(one)) ?? "NY";
  return { code, name: "", kind: "day" as const, start: "07:30", end: "15:00", unpaid_break: 0 };
}
