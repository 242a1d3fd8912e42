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

/** Codes of shifts with name and times, as far as one's own shifts tell them. */
export function useShiftNames(unit: string): (code: string) => string {
  const mine = useMyShifts(unit).data;
  const names = new Map(mine?.shifts.map((shift) => [shift.shift, shift]));
  return (code) => {
    const shift = names.get(code);
    return shift ? `${shift.name} (${shift.start}–${shift.end})` : code;
  };
}
