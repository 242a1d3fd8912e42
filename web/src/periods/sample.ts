import type { Period } from "./usePeriods";

/** A period for tests: its wish round is open, and nothing has been drafted. */
export const SPRING: Period = {
  id: "p1",
  unit: "u",
  name: "Vår 2027",
  start: "2027-02-15",
  days: 84,
  end: "2027-05-09",
  publish_by: "2027-02-01",
  stage: "wishing",
  wishes_from: "2026-11-20T07:00:00Z",
  wishes_to: "2026-12-10T11:00:00Z",
  comments_to: null,
  wishes_open: true,
  most_wishes: 12,
  most_strong: 3,
  weights: { wishes: 70 },
  red_days: {},
  shown: null,
  revision: 1,
};
