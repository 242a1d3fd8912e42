// Fails on visible text outside the catalogues, and on keys that a catalogue lacks.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import ts from "typescript";

const SEEN = new Set(["alt", "title", "label", "placeholder", "description", "error", "legend"]);
const SPOKEN = /^aria-(label|description|roledescription|valuetext|placeholder)$/;
const LANGUAGES = ["nb", "nn", "en"];

const worded = (text) => /\p{L}{2}/u.test(text);

/** Texts of a source file that a person would see or hear, as [line, text]. */
export function looseTexts(source, name = "file.tsx") {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = [];
  const note = (node, text) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    if (worded(text)) found.push([line + 1, text.trim()]);
  };
  const literals = (node) => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      note(node, [node.head, ...node.templateSpans.map((span) => span.literal)].map((p) => p.text).join(" "));
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals);
    else if (ts.isParenthesizedExpression(node)) literals(node.expression);
    else if (ts.isBinaryExpression(node) && /^(&&|\|\||\?\?|\+)$/.test(node.operatorToken.getText()))
      [node.left, node.right].forEach(literals);
  };
  const visit = (node) => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      literals(node.expression);
    if (ts.isJsxAttribute(node) && node.initializer) {
      const attribute = node.name.getText();
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value && (SEEN.has(attribute) || SPOKEN.test(attribute))) literals(value);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Keys that a source names in full, and beginnings of those that it puts together. */
export function namedKeys(source) {
  const whole = [...source.matchAll(/["'`](web\.[a-zA-Z0-9_.]+)["'`]/g)].map((match) => match[1]);
  const begun = [...source.matchAll(/`(web\.[a-zA-Z0-9_.]*)\$\{/g)].map((match) => match[1]);
  return { whole, begun };
}

function sources(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.tsx?$/.test(path) && !/(\.test\.tsx?|\.d\.ts)$/.test(path));
}

function main() {
  const web = resolve(import.meta.dirname, "..");
  const texts = resolve(web, "../api/texts");
  const catalogues = LANGUAGES.map((language) => [
    language,
    readdirSync(join(texts, language))
      .sort()
      .flatMap((name) => Object.keys(parse(readFileSync(join(texts, language, name), "utf8")))),
  ]);
  const faults = [];
  const order = catalogues.map(([, keys]) => keys.join());
  if (new Set(order).size > 1) faults.push("api/texts: the languages differ in keys or their order");
  for (const path of sources(join(web, "src"))) {
    const source = readFileSync(path, "utf8");
    const name = relative(web, path);
    if (path.endsWith("x"))
      for (const [line, text] of looseTexts(source, path)) faults.push(`${name}:${line}: ${text}`);
    const { whole, begun } = namedKeys(source);
    for (const [language, keys] of catalogues) {
      const known = new Set(keys);
      for (const key of whole)
        if (!known.has(key) && !keys.some((one) => one.startsWith(`${key}.`)))
          faults.push(`${name}: ${language} lacks ${key}`);
      for (const start of begun)
        if (!keys.some((key) => key.startsWith(start))) faults.push(`${name}: ${language} lacks ${start}…`);
    }
  }
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exit(1);
  console.log("no loose texts");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
