import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, api, type Schemas, told } from "../../../api/client";
import { keys } from "../../../api/keys";
import { officeKeys } from "../../../office/questions";
import type { Period } from "../../../periods/usePeriods";
import { tagOf } from "../drafts/useDrafts";
import { rosterKeys } from "../keys";

export type Comment = Schemas["CommentShape"];
export type ProtocolFacts = Schemas["ProtocolFacts"];

/** All that shows where a period stands is asked for anew once that has changed, or was refused. */
export function useRenew(period: Period): () => void {
  const client = useQueryClient();
  return () => {
    const stale = [keys.period(period.id), keys.periods(period.unit), rosterKeys.drafts(period.id)];
    const shown = [officeKeys.whole(period.id), officeKeys.publications(period.id), keys.preview(period.id)];
    for (const queryKey of [...stale, ...shown]) void client.invalidateQueries({ queryKey });
  };
}

/** Show a draft to staff and representatives; another may take its place later. */
export function useShow(period: Period) {
  const renew = useRenew(period);
  return useMutation({
    mutationFn: (body: { draft: string; comments_to: string | null }) => {
      const header = { "If-Match": tagOf(period.revision) };
      return told(api.POST("/api/periods/{period}/preview", { params: { path: { period: period.id }, header }, body }));
    },
    onSettled: renew,
  });
}

/** Take the draft back: drafts can be changed and made again. */
export function useTakeBack(period: Period) {
  const renew = useRenew(period);
  return useMutation({
    mutationFn: () => {
      const header = { "If-Match": tagOf(period.revision) };
      const params = { path: { period: period.id }, header };
      return told(api.POST("/api/periods/{period}/stage", { params, body: { stage: "drafting" } }));
    },
    onSettled: renew,
  });
}

export function useComments(period: string) {
  return useQuery({
    queryKey: keys.comments(period),
    queryFn: () => told(api.GET("/api/periods/{period}/comments", { params: { path: { period } } })),
  });
}

export function useAnswer(period: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ comment, answer }: { comment: string; answer: string }) => {
      const path = { period, comment_id: comment };
      return told(api.PUT("/api/periods/{period}/comments/{comment_id}/answer", { params: { path }, body: { answer } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.comments(period) }),
  });
}

/** Write the protocol on the state that was seen; `"0"` where there is none yet. */
export function useWriteProtocol(period: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ facts, tag }: { facts: ProtocolFacts; tag: string }) => {
      const params = { path: { period }, header: { "If-Match": tag } };
      return answered(api.PUT("/api/periods/{period}/protocol", { params, body: facts }));
    },
    onSuccess: ([protocol, response]) =>
      client.setQueryData(officeKeys.protocol(period), { protocol, tag: response.headers.get("ETag") ?? "" }),
  });
}

export function useSign(period: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tag: string) => {
      const params = { path: { period }, header: { "If-Match": tag } };
      return answered(api.POST("/api/periods/{period}/protocol/signature", { params }));
    },
    onSuccess: ([protocol, response]) =>
      client.setQueryData(officeKeys.protocol(period), { protocol, tag: response.headers.get("ETag") ?? "" }),
    onError: () => client.invalidateQueries({ queryKey: officeKeys.protocol(period) }),
  });
}
