import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "smol-toml";
import type { Plugin } from "vite";

export const LANGUAGES = ["nb", "nn", "en"] as const;
const SHOWN = ["web.", "rule.", "term.", "unit.", "value."];
/** Spoken by the larger screens alone; an employee's phone never loads them. */
const OFFICE = [
  "web.manager.",
  "web.grid.",
  "web.representative.",
  "web.hr.",
  "web.admin.",
  "web.office.",
  "web.forecast.",
  "web.sharing.",
  "rule.",
  "term.",
  "unit.",
  "value.",
];
/** Spoken by the pages of notices alone, which nobody's first page is. */
const NOTICES = ["web.notice.", "web.notices."];
const PARTS = ["common", "office", "notices"] as const;
type Part = (typeof PARTS)[number];
/** Names of the modules: all screens load ``virtual:catalogue/nb``, the others come with their pages. */
const NAMES: Record<Part, string> = {
  common: "virtual:catalogue/",
  office: "virtual:office/",
  notices: "virtual:notices/",
};

/** The files of a language, the engine's first. */
export function files(root: string, language: string): string[] {
  const own = resolve(root, "api/texts", language);
  const names = readdirSync(own).filter((name) => name.endsWith(".toml"));
  return [resolve(root, `rostering/texts/${language}.toml`), ...names.sort().map((name) => resolve(own, name))];
}

/** Which part of the catalogues a key belongs to. */
export function partOf(key: string): Part {
  const among = (prefixes: string[]) => prefixes.some((prefix) => key.startsWith(prefix));
  if (among(NOTICES)) return "notices";
  return among(OFFICE) ? "office" : "common";
}

/** What a part of the screens says in a language, by key. */
export function catalogue(root: string, language: string, part: Part): Record<string, string> {
  const found: Record<string, string> = {};
  for (const file of files(root, language)) {
    for (const [key, text] of Object.entries(parse(readFileSync(file, "utf8")))) {
      const shown = SHOWN.some((prefix) => key.startsWith(prefix));
      if (shown && partOf(key) === part) found[key] = String(text);
    }
  }
  return found;
}

/** Makes a module of each part of each language's catalogue, so that a browser loads only what it says. */
export function catalogues(root: string): Plugin {
  return {
    name: "catalogues",
    resolveId: (id) => (named(id) ? `\0${id}` : undefined),
    load(id) {
      const found = id.startsWith("\0") ? named(id.slice(1)) : undefined;
      if (!found) return undefined;
      for (const file of files(root, found.language)) this.addWatchFile(file);
      return `export default ${JSON.stringify(catalogue(root, found.language, found.part))}`;
    },
  };
}

function named(id: string): { part: Part; language: string } | undefined {
  const part = PARTS.find((one) => id.startsWith(NAMES[one]));
  return part && { part, language: id.slice(NAMES[part].length) };
}
