/** Minutes after midnight of a time such as 07:30. */
export function minuteOf(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

interface Times {
  start: string;
  end: string;
  crosses_midnight: boolean;
  unpaid_break: number;
}

/** Working minutes of a shift on an ordinary day, without the unpaid break. */
export function shiftMinutes({ start, end, crosses_midnight, unpaid_break }: Times): number {
  const length = minuteOf(end) - minuteOf(start) + (crosses_midnight ? 1440 : 0);
  return length - unpaid_break;
}
