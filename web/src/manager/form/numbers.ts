/** The number that is typed, with a decimal comma or point; null for nothing, NaN for no number. */
export function typedNumber(typed: string): number | null {
  const text = typed.trim().replace(/\s/g, "").replace(",", ".").replace("−", "-");
  if (text === "") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

/** Whether a number can be used: within bounds, and whole where only whole ones count. */
export function fits(value: number | null, least: number, most: number, whole = false): boolean {
  if (value === null || Number.isNaN(value)) return false;
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}
