export type CsvCell = string | number | null;

/** What Excel would take for a formula; a name or a comment must never be run as one. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as Norwegian Excel opens them: semicolons, decimal commas, and a mark for UTF-8. */
export function csvOf(rows: CsvCell[][]): string {
  return `\uFEFF${rows.map((row) => row.map(written).join(";")).join("\r\n")}\r\n`;
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file's name without signs that a disk might not take. */
export function fileName(...parts: string[]): string {
  const plain = parts.join(" ").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${plain.replace(/^-+|-+$/g, "").toLowerCase()}.csv`;
}

/** Have the browser keep rows as a file. */
export function download(name: string, rows: CsvCell[][]): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
