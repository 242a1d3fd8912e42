/** Names under which an administrator's answers are kept. */
export const adminKeys = {
  accounts: ["accounts"] as const,
  search: (search: string) => ["accounts", "search", search] as const,
  account: (account: string) => ["accounts", "one", account] as const,
  persons: (unit: string) => ["accounts", "persons", unit] as const,
  deliveries: ["deliveries"] as const,
  log: (sought: object) => ["log", sought] as const,
};
