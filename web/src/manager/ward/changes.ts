/** One entry of a ward section as it was seen and as it shall be; either is left out for none. */
export interface Change<T> {
  before?: T;
  after?: T;
}

export interface Fit<T> {
  items: T[];
  /** Changes whose entry somebody else has changed since: ``before`` is what stands there now. */
  clashes: Change<T>[];
}

/** Whether two values say the same; the order of an object's fields and missing nulls are nothing. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    const fields = Object.entries(part).filter(([, held]) => held !== null && held !== undefined);
    return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Lay changes on the entries that stand now; what others changed elsewhere stays as it is. */
export function fitted<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  changes: readonly Change<T>[],
): Fit<T> {
  const found: Fit<T> = { items: [...items], clashes: [] };
  for (const change of changes) lay(found, keyOf, change);
  return found;
}

function lay<T>(found: Fit<T>, keyOf: (item: T) => string, change: Change<T>): void {
  const { before, after } = change;
  const named = before ?? after;
  if (named === undefined) return;
  const place = found.items.findIndex((item) => keyOf(item) === keyOf(named));
  const now = found.items[place];
  if (same(now, after)) return;
  const moved = before && after && keyOf(before) !== keyOf(after);
  const taken = moved && found.items.find((item) => keyOf(item) === keyOf(after));
  if (!same(now, before) || taken) {
    found.clashes.push({ before: taken || now, after });
  } else if (after === undefined) {
    found.items.splice(place, 1);
  } else {
    found.items.splice(place < 0 ? found.items.length : place, place < 0 ? 0 : 1, after);
  }
}
