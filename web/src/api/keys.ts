/** Names under which answers of the service are kept. */
export const keys = {
  me: ["me"] as const,
  periods: (unit: string) => ["periods", unit] as const,
  period: (period: string) => ["period", period] as const,
  wards: (unit: string) => ["ward", unit] as const,
  ward: (unit: string, section: string) => ["ward", unit, section] as const,
  legend: (unit: string) => ["legend", unit] as const,
  shifts: (unit: string, since: string) => ["shifts", unit, since] as const,
  links: ["links"] as const,
  wishes: (period: string) => ["wishes", period] as const,
  levels: (period: string) => ["levels", period] as const,
  recurring: (unit: string) => ["recurring", unit] as const,
  verdict: (period: string, line: string) => ["verdict", period, line] as const,
  receipts: (period: string) => ["receipts", "mine", period] as const,
  preview: (period: string) => ["preview", period] as const,
  comments: (period: string) => ["comments", period] as const,
};
