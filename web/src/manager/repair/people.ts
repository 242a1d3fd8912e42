import { type IsoDate, plusDays } from "../../dates/dates";
import type { OnDuty } from "./useRepair";

export type Person = OnDuty["people"][number];

export interface Groups {
  today: Person[];
  tomorrow: Person[];
  others: Person[];
}

/** People by when they work next; only those whose name holds what is sought. */
export function groupsOf({ people, today }: Pick<OnDuty, "people" | "today">, sought: string): Groups {
  const wanted = sought.trim().toLocaleLowerCase("nb");
  const found = people.filter((one) => one.name.toLocaleLowerCase("nb").includes(wanted));
  const on = (date: IsoDate) => found.filter((one) => one.date === date);
  const tomorrow = plusDays(today, 1);
  const others = found.filter((one) => one.date !== today && one.date !== tomorrow);
  others.sort((one, other) => one.name.localeCompare(other.name, "nb"));
  return { today: on(today), tomorrow: on(tomorrow), others };
}

/** From when somebody is away, unless something else is said: the duty that comes now. */
export function firstDay(person: Person, today: IsoDate): IsoDate {
  return person.date === plusDays(today, 1) ? person.date : today;
}
