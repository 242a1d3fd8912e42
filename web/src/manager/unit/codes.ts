/** What is wrong with a new code, as a key of the catalogue. */
export function codeFault(code: string, taken: string[]): string | undefined {
  if (!code.trim()) return "web.manager.wrong.code";
  if (/[\s,;()]/.test(code.trim())) return "web.manager.wrong.code.signs";
  return taken.includes(code.trim()) ? "web.manager.wrong.code.taken" : undefined;
}

/** An id that is not taken, from the first letters of a name: it shows in files and reports. */
export function freshId(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("å", "a")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const stem = plain.slice(0, 40) || "x";
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
