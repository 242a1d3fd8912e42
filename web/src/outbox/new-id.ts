/** An id that nobody else draws; also where the browser keeps randomUUID for TLS alone. */
export function newId(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(drawn, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
