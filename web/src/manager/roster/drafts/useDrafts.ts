import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../../api/client";
import { currentToken } from "../../../api/forgery-token";
import { problemOf, Refusal, Unreached } from "../../../api/problem";
import { rosterKeys } from "../keys";
import { useOnceKey } from "../useOnceKey";

export type Draft = Schemas["DraftShape"];

/** A period's drafts, the latest first. */
export function useDrafts(period: string) {
  return useQuery({
    queryKey: rosterKeys.drafts(period),
    queryFn: () => told(api.GET("/api/periods/{period}/drafts", { params: { path: { period } } })),
  });
}

export const tagOf = (revision: number): string => `"${revision}"`;

/** Acts on a period's drafts; the list is fetched anew after each, refused ones too. */
function useAct<Given, Made>(period: string, act: (given: Given) => Promise<Made>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: rosterKeys.drafts(period) }),
  });
}

/** Make an empty draft, or a copy of one; sent twice it is made once. */
export function useMakeDraft(period: string) {
  const key = useOnceKey();
  return useAct(period, (body: { name: string; copy_of?: string }) =>
    told(
      api.POST("/api/periods/{period}/drafts", {
        params: { path: { period }, header: { "Idempotency-Key": key(body) } },
        body,
      }),
    ),
  );
}

export function useRenameDraft(period: string) {
  return useAct(period, ({ draft, name }: { draft: Draft; name: string }) => {
    const header = { "If-Match": tagOf(draft.revision) };
    const params = { path: { draft: draft.id }, header };
    return told(api.PATCH("/api/drafts/{draft}", { params, body: { name } }));
  });
}

export function useDeleteDraft(period: string) {
  return useAct(period, (draft: Draft) => {
    const header = { "If-Match": tagOf(draft.revision) };
    return told(api.DELETE("/api/drafts/{draft}", { params: { path: { draft: draft.id }, header } }));
  });
}

/** Make a draft of a roster file, sent as it is. */
export function useImportDraft(period: string) {
  return useAct(period, async ({ file, name }: { file: File; name: string }): Promise<Draft> => {
    const token = await currentToken();
    const address = `/api/periods/${encodeURIComponent(period)}/drafts/file?name=${encodeURIComponent(name)}`;
    const headers = { "Content-Type": "application/octet-stream", "X-CSRF-Token": token };
    let response: Response;
    try {
      response = await fetch(address, { method: "POST", headers, body: await file.arrayBuffer() });
    } catch (error) {
      throw new Unreached(error);
    }
    const body: unknown = await response.json().catch(() => ({}));
    if (!response.ok) throw new Refusal(response.status, problemOf(body));
    return body as Draft;
  });
}
