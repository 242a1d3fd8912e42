import { useState } from "react";
import type { IsoDate } from "../../dates/dates";
import type { ProposedDuty } from "../../outbox/entry";
import { useMe } from "../../session/useMe";
import type { WishedDay } from "../wishes/my-days";

export type Line = Record<IsoDate, string>;

/** The line that was handed in, or waits to be. */
export function lineOf(days: WishedDay[]): Line {
  const proposed = days.filter((day) => day.source === "proposal" && day.choice.shifts?.[0]);
  return Object.fromEntries(proposed.map((day) => [day.date, day.choice.shifts?.[0] ?? ""]));
}

export function dutiesOf(line: Line): ProposedDuty[] {
  return Object.entries(line)
    .map(([date, shift]) => ({ date, shift }))
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** A day after a tap: it gets the shift, or loses it when it had that very one. */
export function tapped(line: Line, date: IsoDate, shift: string): Line {
  const { [date]: had, ...rest } = line;
  return !shift || had === shift ? rest : { ...rest, [date]: shift };
}

/** A line on which somebody works; it is kept on the phone until it is handed in or thrown away. */
export function useDraftLine(period: string, handed: Line) {
  const { account } = useMe();
  const key = `helseturnus.line.${account}.${period}`;
  const [own, setOwn] = useState<Line | undefined>(() => kept(key));
  const change = (line: Line | undefined) => {
    setOwn(line);
    if (line) localStorage.setItem(key, JSON.stringify(line));
    else localStorage.removeItem(key);
  };
  return { line: own ?? handed, changed: own !== undefined, change };
}

function kept(key: string): Line | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
