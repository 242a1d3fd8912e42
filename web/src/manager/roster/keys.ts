/** Names under which what is told about drafts, searches and publications is kept. */
export const rosterKeys = {
  drafts: (period: string) => ["drafts", period] as const,
  draft: (draft: string) => ["draft", draft] as const,
  card: (draft: string, revision: number) => ["card", draft, revision] as const,
  difference: (one: string, other: string) => ["difference", one, other] as const,
  jobs: (period: string) => ["jobs", period] as const,
  job: (job: string) => ["job", job] as const,
  questions: (period: string) => ["questions", period] as const,
  about: (period: string, kind: string, about: string) => ["questions", period, kind, about] as const,
  result: (job: string, state: string) => ["result", job, state] as const,
  goals: (period: string) => ["goals", period] as const,
  shortfalls: (period: string) => ["shortfalls", period] as const,
  why: (period: string) => ["why", period] as const,
  receipts: (draft: string) => ["receipts", draft] as const,
  protocol: (period: string) => ["protocol", period] as const,
  publications: (period: string) => ["publications", period] as const,
};
