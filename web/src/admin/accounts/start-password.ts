/** Letters and digits that nobody mistakes for each other when read aloud. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const LENGTH = 4;

export const LEAST = 12;

/** A password drawn at random, in groups that can be read out: about 79 bits. */
export function startPassword(draw: (most: number) => number = drawn): string {
  const group = () => Array.from({ length: LENGTH }, () => SIGNS[draw(SIGNS.length)]).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** A number below a bound, each as likely: draws that would favour the low ones are drawn again. */
function drawn(most: number): number {
  const fair = 256 - (256 % most);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return byte % most;
  }
}
