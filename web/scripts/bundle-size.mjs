// Fails when what an employee's phone loads is larger than the limit, compressed.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const LIMIT = 200_000;
const OUT = resolve(import.meta.dirname, "../../api/static");
const WANTED = ["index.html", "src/staff/StaffArea.tsx", "catalogue/nb"];

const manifest = JSON.parse(readFileSync(join(OUT, ".vite/manifest.json"), "utf8"));
const found = new Set();

function visit(name) {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
  for (const other of chunk.imports ?? []) visit(other);
}

for (const name of Object.keys(manifest)) {
  if (WANTED.some((wanted) => name.endsWith(wanted))) visit(name);
}
let total = 0;
for (const file of found) {
  const size = gzipSync(readFileSync(join(OUT, file)), { level: 9 }).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  bytes compressed in all, of ${LIMIT} at most`);
if (found.size < WANTED.length || total > LIMIT) process.exit(1);
