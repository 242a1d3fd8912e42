/** Typed letters become shift codes. */

/** Letters within this time belong to one code. */
export const TYPING_MS = 900;

export interface Typed {
  letters: string;
  at: number;
  code: string;
}

/**
 * Return the code that a letter leads to. Letters typed in a row spell a code; the same letter again
 * goes to the next code that begins with it.
 */
export function typed(
  codes: readonly string[],
  letter: string,
  now: number,
  last: Typed | null,
  current: string,
): Typed | null {
  const begins = (code: string, with_: string) => code.toLowerCase().startsWith(with_);
  const one = letter.toLowerCase();
  const going = last !== null && now - last.at < TYPING_MS;
  if (going) {
    const letters = last.letters + one;
    const code = codes.find((known) => begins(known, letters));
    if (code !== undefined) return { letters, at: now, code };
  }
  const fits = codes.filter((code) => begins(code, one));
  if (fits.length === 0) return null;
  const from = going && begins(last.code, one) ? last.code : current;
  const code = fits[(fits.indexOf(from) + 1) % fits.length] ?? fits[0];
  return code === undefined ? null : { letters: one, at: now, code };
}

export const COMMANDS = ["m", "s", "l"] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * M, S and L are commands, unless a code of the ward begins with the letter: then the letter types
 * the code. With Shift they are always commands.
 */
export function commandOf(key: string, shift: boolean, codes: readonly string[]): Command | null {
  const letter = key.toLowerCase();
  const command = COMMANDS.find((known) => known === letter);
  if (command === undefined) return null;
  const taken = codes.some((code) => code.toLowerCase().startsWith(letter));
  return shift || !taken ? command : null;
}
