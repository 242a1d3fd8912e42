import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { api, type Schemas, told } from "../../../api/client";
import { Refusal } from "../../../api/problem";
import type { DutyOf, Edit, Judged } from "../../../grid";
import { tagOf } from "../drafts/useDrafts";
import { rosterKeys } from "../keys";
import { dutyAt, handedOn, type Placed } from "./placing";

type People = Schemas["GridPerson"][];

/** What the grid asks of the service, as functions that stay the same between renders. */
export function useDraftCalls(period: string, draft: string, people: People | undefined) {
  const client = useQueryClient();
  const places = useRef(new Map<string, Placed>());
  const learn = useCallback((rows: People) => {
    for (const { id, home, placed } of rows) places.current.set(id, { home, placed });
  }, []);
  useEffect(() => {
    if (people) learn(people);
  }, [people, learn]);

  const dutyOf: DutyOf = useCallback((person, date, code) => dutyAt(places.current, person, date, code), []);
  const judge = useCallback(
    (edit: Edit): Promise<Judged> => {
      const params = { path: { draft } };
      const body = handedOn(edit, places.current);
      return told(api.POST("/api/drafts/{draft}/judge", { params, body })).then(shaped);
    },
    [draft],
  );
  const save = useCallback(
    async (edit: Edit, revision: number): Promise<Judged> => {
      const params = { path: { draft }, header: { "If-Match": tagOf(revision) } };
      const body = handedOn(edit, places.current);
      try {
        const judged = await told(api.PUT("/api/drafts/{draft}/cells", { params, body }));
        learn(judged.people);
        void client.invalidateQueries({ queryKey: rosterKeys.drafts(period) });
        return shaped(judged);
      } catch (error) {
        throw refused(error);
      }
    },
    [client, draft, learn, period],
  );
  return { dutyOf, judge, save };
}

const shaped = (judged: Schemas["Judged"]): Judged => ({
  ...judged,
  verdict: { ...judged.verdict, cost_ore: judged.verdict.cost_ore ?? null },
});

/** A refusal as the grid knows it; without a status it keeps the change and tries again. */
function refused(error: unknown): unknown {
  return error instanceof Refusal ? { status: error.status, ...error.problem } : {};
}
