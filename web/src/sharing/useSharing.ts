import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../api/client";
import { newId } from "../outbox/new-id";

export type TaskRow = Schemas["TaskRow"];
export type Approval = Schemas["TaskApprovalShape"];
export type Standing = Schemas["Standing"];
export type Delegation = Schemas["DelegationShape"];
export type TaskBook = Schemas["TaskBookTold"];

export const sharingKeys = {
  all: (unit: string) => ["sharing", unit] as const,
  catalogue: (unit: string) => ["sharing", unit, "catalogue"] as const,
  delegations: (unit: string) => ["sharing", unit, "delegations"] as const,
  book: (unit: string) => ["sharing", unit, "book"] as const,
};

/** The draft catalogue as it stands in a unit. */
export function useCatalogue(unit: string) {
  return useQuery({
    queryKey: sharingKeys.catalogue(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/task-catalogue", { params: { path: { unit } } })),
  });
}

export function useDelegations(unit: string) {
  return useQuery({
    queryKey: sharingKeys.delegations(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/task-delegations", { params: { path: { unit } } })),
  });
}

/** The unit's time log, as minutes by task, staff group and hour. */
export function useTaskBook(unit: string) {
  return useQuery({
    queryKey: sharingKeys.book(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/task-book", { params: { path: { unit } } })),
  });
}

function useSettled(unit: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: sharingKeys.all(unit) });
}

/** Propose who may do a task; whoever is the unit's head approves it in the same step. */
export function usePropose(unit: string, approves: boolean) {
  const onSettled = useSettled(unit);
  const path = { unit };
  return useMutation({
    mutationFn: async (body: Schemas["NewProposal"]) => {
      const made = await told(api.POST("/api/units/{unit}/task-approvals", { params: { path }, body }));
      return approves ? told(decided(unit, made.id, "approval")) : made;
    },
    onSettled,
  });
}

/** Approve a proposal, or withdraw it or what is approved. */
export function useDecide(unit: string) {
  const onSettled = useSettled(unit);
  return useMutation({
    mutationFn: ({ id, what }: { id: string; what: "approval" | "withdrawal" }) => told(decided(unit, id, what)),
    onSettled,
  });
}

function decided(unit: string, approval: string, what: "approval" | "withdrawal") {
  const params = { path: { unit, approval } };
  return what === "approval"
    ? api.POST("/api/units/{unit}/task-approvals/{approval}/approval", { params })
    : api.POST("/api/units/{unit}/task-approvals/{approval}/withdrawal", { params });
}

/** Record a delegation; sent twice it is recorded once. */
export function useDelegate(unit: string) {
  const onSettled = useSettled(unit);
  return useMutation({
    mutationFn: (body: Schemas["NewDelegation"]) =>
      told(
        api.POST("/api/units/{unit}/task-delegations", {
          params: { path: { unit }, header: { "Idempotency-Key": newId() } },
          body,
        }),
      ),
    onSettled,
  });
}

export function useEndDelegation(unit: string) {
  const onSettled = useSettled(unit);
  return useMutation({
    mutationFn: (delegation: string) =>
      told(
        api.POST("/api/units/{unit}/task-delegations/{delegation}/end", {
          params: { path: { unit, delegation } },
        }),
      ),
    onSettled,
  });
}

/** What puts another time log in the place of the one that is there. */
export function useLogChanges(unit: string) {
  const onSettled = useSettled(unit);
  const params = { path: { unit } };
  const upload = useMutation({
    mutationFn: (file: File) =>
      told(
        api.POST("/api/units/{unit}/task-book/file", {
          params,
          headers: { "Content-Type": "application/octet-stream" },
          body: file as unknown as string,
          bodySerializer: (given) => given as unknown as File,
        }),
      ),
    onSettled,
  });
  const invented = useMutation({
    mutationFn: () => told(api.POST("/api/units/{unit}/task-book/invented", { params })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => told(api.DELETE("/api/units/{unit}/task-book", { params })),
    onSettled,
  });
  return { upload, invented, remove };
}
