import { monday, plusDays, today } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";

/** The weekdays from Monday, to choose among; 1 is Monday. */
export function useWeekdays(width: "long" | "short" = "long"): { value: number; label: string }[] {
  const formats = useFormats();
  const start = monday(today());
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: day,
    label: formats.weekday(plusDays(start, day - 1), width),
  }));
}
