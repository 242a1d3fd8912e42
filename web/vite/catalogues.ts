import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "smol-toml";
import type { Plugin } from "vite";

export const LANGUAGES = ["nb", "nn", "en"] as const;
const FOLDERS = ["rostering/texts", "api/texts"];
const SHOWN = ["web.", "rule.", "term.", "unit."];
const NAME = "virtual:catalogue/";

/** The files of a language, the engine's first. */
export function files(root: string, language: string): string[] {
  return FOLDERS.map((folder) => resolve(root, folder, `${language}.toml`));
}

/** What the screens say in a language, by key. */
export function catalogue(root: string, language: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const file of files(root, language)) {
    for (const [key, text] of Object.entries(parse(readFileSync(file, "utf8")))) {
      if (SHOWN.some((prefix) => key.startsWith(prefix))) found[key] = String(text);
    }
  }
  return found;
}

/** Makes a module of each language's catalogue, so that a browser loads only its own. */
export function catalogues(root: string): Plugin {
  return {
    name: "catalogues",
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${NAME}`)) return undefined;
      const language = id.slice(NAME.length + 1);
      for (const file of files(root, language)) this.addWatchFile(file);
      return `export default ${JSON.stringify(catalogue(root, language))}`;
    },
  };
}
