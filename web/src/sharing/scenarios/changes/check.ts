import type { Change, Materials } from "../useScenarios";
import { shareOf } from "./shares";

/** What is wrong with a change, as keys of the catalogue by field. */
export type Wrong = Record<string, string>;

const QUARTER = /:(00|15|30|45)$/;

/** What must be mended before a change can be kept; what is unlawful is told with the effects. */
export function check(change: Change, materials: Materials): Wrong {
  const wrong: Wrong = {};
  const need = (holds: boolean, field: string, key: string) => {
    if (!holds) wrong[field] ??= key;
  };
  need(Number.isInteger(change.one_off_nok) && change.one_off_nok >= 0, "one_off_nok", "web.sharing.scenario.wrong.nok");
  if ("people" in change) need(change.people.length > 0, "people", "web.sharing.scenario.wrong.people");
  if ("weekdays" in change) need(change.weekdays.length > 0, "weekdays", "web.sharing.scenario.wrong.weekdays");
  if ("share" in change) need(within(change.share), "share", "web.sharing.scenario.wrong.share");
  if (change.kind === "move") {
    need(change.tasks.length > 0, "tasks", "web.sharing.scenario.wrong.task");
    need(change.to !== "", "to", "web.sharing.scenario.wrong.group");
    need(!change.in_return.some((task) => change.tasks.includes(task)), "in_return", "web.sharing.scenario.wrong.in_return");
  }
  if (change.kind === "enlarge") need(change.percent > 0 && change.percent < 100, "percent", "web.sharing.scenario.wrong.larger");
  if (change.kind === "drop") need(change.task !== "", "task", "web.sharing.scenario.wrong.task");
  if (change.kind === "share_staff") need(change.units.length > 0, "units", "web.sharing.scenario.wrong.units");
  if (change.kind === "planning") {
    need(within(change.automation), "automation", "web.sharing.scenario.wrong.share");
    need(within(change.pooling), "pooling", "web.sharing.scenario.wrong.share");
    need(materials.tasks.some((task) => task.id === change.task), "task", "web.sharing.scenario.wrong.task");
    need(change.to !== "", "to", "web.sharing.scenario.wrong.group");
  }
  if (change.kind === "train") {
    need(shareOf(change.hours) > 0, "hours", "web.sharing.scenario.wrong.hours");
    need(change.last !== "", "last", "web.sharing.scenario.wrong.last");
    need(!change.ready || change.last >= change.ready, "last", "web.sharing.scenario.wrong.last_early");
    need(!change.task || change.signed_by.trim() !== "", "signed_by", "web.sharing.scenario.wrong.signed_by");
    need(change.task !== null || change.gives.length > 0, "gives", "web.sharing.scenario.wrong.gives");
  }
  if (change.kind === "add_staff") addedStaff(change, materials, need);
  return wrong;
}

type Need = (holds: boolean, field: string, key: string) => void;

function addedStaff(change: Extract<Change, { kind: "add_staff" }>, materials: Materials, need: Need) {
  const { shift } = change;
  need(change.group !== "", "group", "web.sharing.scenario.wrong.group");
  need(/^[^\s,;()]{1,24}$/.test(shift.code), "code", "web.sharing.scenario.wrong.code");
  need(!materials.shifts.includes(shift.code), "code", "web.sharing.scenario.wrong.code_taken");
  need(QUARTER.test(shift.start), "start", "web.sharing.scenario.wrong.quarter");
  need(QUARTER.test(shift.end), "end", "web.sharing.scenario.wrong.quarter");
  need(shift.end > shift.start, "end", "web.sharing.scenario.wrong.end");
  need(Number.isInteger(change.heads) && change.heads >= 1 && change.heads <= 20, "heads", "web.sharing.scenario.wrong.heads");
  need(change.posts.length > 0, "posts", "web.sharing.scenario.wrong.posts");
  need(change.posts.every((post) => post > 0 && post <= 100), "posts", "web.sharing.scenario.wrong.percent");
}

function within(share: number | string): boolean {
  const value = shareOf(share);
  return value > 0 && value <= 1;
}
