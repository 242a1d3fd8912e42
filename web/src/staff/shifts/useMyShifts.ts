import { useQuery } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { type IsoDate, monday, monthOf, today } from "../../dates/dates";

export type Shift = Schemas["ShiftShape"];
export type MyShifts = Schemas["MyShifts"];

export interface MyDay {
  date: IsoDate;
  shifts: Shift[];
  off: string[];
}

/** One's published shifts from the first week of this month on. */
export function useMyShifts(unit: string) {
  const since = monday(monthOf(today()));
  return useQuery({
    queryKey: keys.shifts(unit, since),
    queryFn: () =>
      told(
        api.GET("/api/units/{unit}/my-shifts", { params: { path: { unit }, query: { since } } }),
      ),
    meta: { offline: true },
  });
}

/** Shifts and codes by date, in order. */
export function byDate(mine: MyShifts): Map<IsoDate, MyDay> {
  const found = new Map<IsoDate, MyDay>();
  const day = (date: IsoDate): MyDay => {
    const known = found.get(date) ?? { date, shifts: [], off: [] };
    found.set(date, known);
    return known;
  };
  mine.shifts.forEach((shift) => day(shift.date).shifts.push(shift));
  mine.off.forEach((off) => day(off.date).off.push(off.code));
  for (const { shifts } of found.values()) shifts.sort((a, b) => a.start.localeCompare(b.start));
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

/** The unit's shifts with their names and times, also before anything is published. */
export function useUnitShifts(unit: string) {
  return useQuery({
    queryKey: keys.legend(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/legend", { params: { path: { unit } } })),
    select: (legend) => legend.shifts,
    meta: { offline: true },
  });
}

/** Codes of shifts with name and times. */
export function useShiftNames(unit: string): (code: string) => string {
  const names = new Map(useUnitShifts(unit).data?.map((shift) => [shift.code, shift]));
  return (code) => {
    const shift = names.get(code);
    return shift ? `${shift.name} (${shift.start}–${shift.end})` : code;
  };
}
