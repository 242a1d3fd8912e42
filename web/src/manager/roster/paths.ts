/** Addresses of the roster's pages. */
export const paths = {
  drafts: (period: string) => `/manager/periods/${period}/drafts`,
  search: (period: string) => `/manager/periods/${period}/drafts/search`,
  job: (period: string, job: string) => `/manager/periods/${period}/drafts/search/${job}`,
  grid: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}`,
  card: (period: string, draft: string) => `/manager/periods/${period}/drafts/${draft}/card`,
  receipts: (period: string, draft: string) =>
    `/manager/periods/${period}/drafts/${draft}/receipts`,
  why: (period: string) => `/manager/periods/${period}/why`,
  against: (period: string, draft: string, other: string) =>
    `/manager/periods/${period}/drafts/${draft}/against/${other}`,
  hearing: (period: string) => `/manager/periods/${period}/hearing`,
  publish: (period: string) => `/manager/periods/${period}/publish`,
};
