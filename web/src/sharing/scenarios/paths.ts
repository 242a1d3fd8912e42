/** Where a period's scenarios and comparisons are: HR's alone. */
const all = "/hr/sharing/scenarios";
const of = (period: string) => `${all}/${period}`;

export const paths = {
  all,
  of,
  scenario: (period: string, scenario: string) => `${of(period)}/one/${scenario}`,
  compare: (period: string) => `${of(period)}/compare`,
  comparison: (period: string, comparison: string) => `${of(period)}/comparisons/${comparison}`,
};
