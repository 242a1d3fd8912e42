/** Addresses of the roster's pages. */
export const paths = {
  drafts: (period: string) => `/manager/periods/${period}/drafts`,
  search: (period: string) => `/manager/periods/${period}/drafts/search`,
  job: (period: string, job: string) => `/manager/periods/${period}/drafts/search/${job}`,
  grid: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}`,
  card: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}/card`,
  burdens: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}/burdens`,
  receipts: (period: string, draft: string) =>
    `/manager/periods/${period}/drafts/${draft}/receipts`,
  why: (period: string) => `/manager/periods/${period}/why`,
  against: (period: string, draft: string, other: string) =>
    `/manager/periods/${period}/drafts/${draft}/against/${other}`,
  stress: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}/stress`,
  stressPublished: (period: string) => `/manager/periods/${period}/stress`,
  choice: (period: string) => `/manager/periods/${period}/drafts/choice`,
  question: (period: string, job: string) => `/manager/periods/${period}/drafts/questions/${job}`,
  searchFrom: (period: string, draft: string) =>
    `/manager/periods/${period}/drafts/search?from=${encodeURIComponent(draft)}`,
  hearing: (period: string) => `/manager/periods/${period}/hearing`,
  repair: (period: string) => `/manager/periods/${period}/repair`,
  open: (period: string) => `/manager/periods/${period}/open`,
  publish: (period: string) => `/manager/periods/${period}/publish`,
};
