import { fits } from "../../form/numbers";
import type { Wrong } from "../../ward/EntryDialog";
import type { DemandRow } from "../../ward/sections";
import { backward } from "../staff/person";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

export function blankRow(unit: string): DemandRow {
  return {
    id: "",
    name: "",
    units: unit ? [unit] : [],
    competence: { all_of: [], any_of: [] },
    shifts: [],
    curve: [],
    weekdays: [...WEEKDAYS],
    only_dates: [],
    except_dates: [],
    exclusive: false,
    minimum: 1,
    target: 1,
    maximum: null,
    price_under: null,
    price_over: null,
  };
}

/** How many a row wants on a weekday, null where it asks for nobody; rows for single dates apart. */
export function wantedOn(row: DemandRow, weekday: number): { minimum: number; target: number } | null {
  if (row.only_dates.length > 0 || !row.weekdays.includes(weekday)) return null;
  return { minimum: row.minimum, target: row.target };
}

/** Rows that hold every week and name shifts, apart from those for single dates and curves. */
export function weekly(rows: DemandRow[]): DemandRow[] {
  return rows.filter((row) => row.only_dates.length === 0 && row.shifts.length > 0);
}

/** What is wrong with a row, by field. */
export function checkRow(row: DemandRow): Wrong {
  const wrong: Wrong = {};
  if (!row.name.trim()) wrong.name = "web.manager.wrong.name";
  if (row.units.length === 0) wrong.units = "web.manager.wrong.unit";
  if (row.shifts.length === 0 && row.curve.length === 0) wrong.shifts = "web.manager.wrong.shifts";
  if (row.curve.length === 0) Object.assign(wrong, checkLevel(row));
  row.curve.forEach((point, n) => {
    const found = Object.values(checkLevel(point))[0];
    if (found) wrong[`curve.${n}`] = found;
    if (!(point.start < point.end) || !quarter(point.start) || !quarter(point.end))
      wrong[`curve.${n}`] = "web.manager.wrong.quarter";
  });
  if (row.weekdays.length === 0 && row.only_dates.length === 0)
    wrong.weekdays = "web.manager.wrong.weekdays";
  if (backward(row)) wrong.last = "web.manager.wrong.backward";
  return wrong;
}

function quarter(time: string): boolean {
  return ["00", "15", "30", "45"].includes(time.slice(3));
}

type Level = Pick<DemandRow, "minimum" | "target" | "maximum">;

function checkLevel({ minimum, target, maximum }: Level): Wrong {
  const wrong: Wrong = {};
  if (!fits(minimum, 0, 500, true)) wrong.minimum = "web.manager.wrong.people";
  if (!fits(target, 0, 500, true)) wrong.target = "web.manager.wrong.people";
  else if (target < minimum) wrong.target = "web.manager.wrong.target";
  const most = maximum ?? null;
  if (most !== null && !fits(most, 0, 500, true)) wrong.maximum = "web.manager.wrong.people";
  else if (most !== null && most < target) wrong.maximum = "web.manager.wrong.maximum";
  return wrong;
}
