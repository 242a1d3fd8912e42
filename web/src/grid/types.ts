/** What the grid is given and what it sends: the shapes of the API, written out here. */

export interface GridPerson {
  id: string;
  name: string;
  group: string;
  percent: number;
  competences: string[];
  planned: number;
  contract: number;
  cells: string[];
  codes: Record<string, string>;
  wishes: Record<string, string>;
  locked: string[];
}

export interface GridRow {
  id: string;
  name: string;
  shifts: string[];
  have: number[];
  minimum: number[];
  target: number[];
}

export interface GridShift {
  code: string;
  name: string;
  kind: string;
  start: string;
  end: string;
  minutes: number;
}

export interface Breach {
  rule: string;
  name: string;
  paragraph: string;
  link: string;
  hard: boolean;
  person: string | null;
  first: string;
  last: string;
  text: string;
}

export interface Verdict {
  points: number;
  hard: number;
  breaches: Breach[];
  cost_ore: number | null;
}

export interface GridDraft {
  id: string;
  revision: number;
  name?: string;
}

/** A draft as `GET /api/drafts/{draft}` tells it. */
export interface Grid {
  draft: GridDraft;
  start: string;
  days: number;
  red_days: Record<string, string>;
  people: GridPerson[];
  coverage: GridRow[];
  shifts: GridShift[];
  verdict: Verdict;
}

/** The answer to an edit, tried or kept. */
export interface Judged {
  revision: number;
  people: GridPerson[];
  coverage: GridRow[];
  verdict: Verdict;
}

export interface Duty {
  shift: string;
  unit: string;
  role?: string | null;
}

export interface EditCell {
  person: string;
  date: string;
  duties: Duty[];
  locked?: boolean | null;
}

export interface Edit {
  cells: EditCell[];
}

/** What `save` rejects with. No status means that the server was not reached. */
export interface Refusal {
  status?: number;
  code?: string;
  message?: string;
  hint?: string;
}

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Says where a code is worked: the grid knows codes only, the API asks for unit and role. */
export type DutyOf = (person: string, date: string, code: string) => Duty;
