/** What a cell says to a screen reader, and other small pieces of text. */

import type { DateNames, DayFacts } from "./dates";
import type { Mark } from "./breaches";
import type { GridPerson, GridShift, Translate } from "../types";

/** What all rows share; made once for a draft and a language. */
export interface Facts {
  t: Translate;
  language: string;
  days: readonly DayFacts[];
  names: readonly DateNames[];
  shifts: ReadonlyMap<string, GridShift>;
  /** Short signs for the codes of days off and absence. */
  signs: ReadonlyMap<string, string>;
  words: Record<Word, string>;
}

const WORDS = ["free", "locked", "hard", "priced"] as const;
type Word = (typeof WORDS)[number];

/** Absences with a sign of their own; F1 to F5 are their own signs. */
export const ABSENCES = ["vacation", "leave", "sick", "sick_child", "course", "time_off", "away"] as const;

export function wordsOf(t: Translate): Record<Word, string> {
  const found = WORDS.map((word) => [word, t(`web.grid.cell.${word}`)] as const);
  return Object.fromEntries(found) as Record<Word, string>;
}

export function signsOf(t: Translate): Map<string, string> {
  return new Map(ABSENCES.map((code) => [code, t(`web.grid.sign.${code}`)]));
}

/** The sign that is seen, and what it stands for: a name must hold what is seen. */
function absenceText({ t, signs }: Facts, code: string): string {
  const sign = signs.get(code);
  return sign ? `${sign} ${t(`web.grid.absence.${code}`)}` : code;
}

export function shiftName(facts: Facts, code: string): string {
  const parts = code.split("+").map((part) => {
    const shift = facts.shifts.get(part);
    return shift ? `${part} ${shift.name} ${shift.start}–${shift.end}` : part;
  });
  return parts.join(" + ");
}

export interface WishParts {
  sign: "off" | "on";
  strength: number;
  shifts: string;
}

/** Take a wish apart: `-3` is a strong wish to be off, `+2D` a wish for shift D. */
export function wishParts(told: string): WishParts {
  return {
    sign: told.startsWith("-") ? "off" : "on",
    strength: Number(told[1] ?? 2),
    shifts: told.slice(2),
  };
}

export function wishText(t: Translate, told: string): string {
  const { sign, strength, shifts } = wishParts(told);
  const wish = shifts
    ? t(`web.grid.wish.${sign}.shifts`, { shifts: shifts.replaceAll(",", ", ") })
    : t(`web.grid.wish.${sign}`);
  return strength === 2 ? wish : `${wish} (${t(`web.grid.wish.strength.${strength}`)})`;
}

/** Everything about a cell in one sentence; the row's header says whose it is. */
export function cellText(
  facts: Facts,
  person: GridPerson,
  day: number,
  locked: boolean,
  mark: Mark | undefined,
): string {
  const date = facts.days[day]?.date ?? "";
  const code = person.cells[day] ?? "";
  const laid = person.codes[date];
  const wish = person.wishes[date];
  const { t, words } = facts;
  let text = facts.names[day]?.long ?? "";
  text += `: ${code ? shiftName(facts, code) : words.free}`;
  if (laid) text += `, ${absenceText(facts, laid)}`;
  if (locked) text += `, ${words.locked}`;
  if (wish) text += `, ${wishText(t, wish)}`;
  if (mark) text += `, ${words[mark]}`;
  return text;
}

/** Numbers are written alike in both Norwegian languages; some browsers know but one of them. */
export function locales(language: string): string[] {
  return language === "en" ? ["en-GB"] : [`${language}-NO`, "nb-NO"];
}

const FORMATS = new Map<string, Intl.NumberFormat>();

/** A formatter is dear to make and there is one for each row. */
function format(language: string, least: number): Intl.NumberFormat {
  const key = `${language} ${least}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const options = { minimumFractionDigits: least, maximumFractionDigits: 1 };
  const made = new Intl.NumberFormat(locales(language), options);
  FORMATS.set(key, made);
  return made;
}

/** A number with its sign, and a true minus. */
export function signed(value: number, language: string, least = 0): string {
  if (value === 0) return "±0";
  return `${value < 0 ? "−" : "+"}${format(language, least).format(Math.abs(value))}`;
}

export function number(value: number, language: string): string {
  return format(language, 0).format(value);
}

/** Hours planned beyond the contract. */
export function offHours(person: GridPerson): number {
  return Math.round((person.planned - person.contract) / 6) / 10;
}

export function nameText(facts: Facts, person: GridPerson, hard: number, priced: number): string {
  const { t, language } = facts;
  return t("web.grid.name.label", {
    name: person.name,
    percent: number(Math.round(person.percent), language),
    group: person.group,
    off: signed(offHours(person), language, 1),
    planned: number(person.planned / 60, language),
    contract: number(person.contract / 60, language),
    ...{ hard, priced },
  });
}
