/** A figure in words, or a dash where it is not known. */
export function known(value: number | null | undefined, words: (value: number) => string): string {
  return value === null || value === undefined ? "–" : words(value);
}
