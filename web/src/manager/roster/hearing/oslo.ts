/** Moments as a clock on a Norwegian wall shows them, wherever the computer is. */

const wall = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: "Europe/Oslo", year: "numeric", month: "2-digit", day: "2-digit" },
  ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
});

/** What the wall shows at a moment, as a field for date and time takes it: `2027-01-10T12:00`. */
export function wallTime(at: Date): string {
  return wall.format(at).replace(" ", "T");
}

/** The moment at which the wall shows a time; null for what is no time. */
export function momentAt(told: string): string | null {
  const asIfUtc = Date.parse(`${told}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(told) || Number.isNaN(asIfUtc)) return null;
  let found = asIfUtc;
  // the second round puts right what the first took for the other side of a change of the clock
  for (let round = 0; round < 2; round += 1) {
    found = asIfUtc - (Date.parse(`${wallTime(new Date(found))}:00Z`) - found);
  }
  return new Date(found).toISOString();
}
