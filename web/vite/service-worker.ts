import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;

/** Writes /sw.js from its source, with the files that the staff's pages need without a signal. */
export function serviceWorker(source: string, areas: string[], extra: string[]): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post", // an entry without code of its own is gone by then
    generateBundle(_, bundle) {
      const kept = [...shell(bundle, areas), ...extra].sort();
      const code = readFileSync(source, "utf8");
      const version = createHash("sha256").update(kept.join() + code).digest("hex").slice(0, 12);
      const filled = code
        .replace('"__FILES__"', JSON.stringify(["/", ...kept]))
        .replace("__VERSION__", version);
      this.emitFile({ type: "asset", fileName: "sw.js", source: filled });
    },
  };
}

const MAIN = "/src/main.tsx";

/** All files that the main module and some lazily loaded areas pull in. */
export function shell(bundle: OutputBundle, areas: string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(`/${name}`) || chunk?.type !== "chunk") return;
    found.add(`/${name}`);
    styles(chunk).forEach((sheet) => found.add(`/${sheet}`));
    chunk.imports.forEach(visit);
    chunk.dynamicImports.filter((to) => wanted(bundle[to], areas)).forEach(visit);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === "chunk" && chunk.moduleIds.some((id) => id.endsWith(MAIN))) visit(chunk.fileName);
  }
  return [...found];
}

function wanted(chunk: OutputBundle[string] | undefined, areas: string[]): boolean {
  const from = chunk?.type === "chunk" ? (chunk.facadeModuleId ?? "") : "";
  return areas.some((area) => from.includes(area));
}

function styles(chunk: OutputChunk): string[] {
  const meta = (chunk as { viteMetadata?: { importedCss?: Set<string> } }).viteMetadata;
  return [...(meta?.importedCss ?? [])];
}
