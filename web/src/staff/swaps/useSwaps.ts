import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";

export type Swap = Schemas["SwapShape"];
export type Possible = Schemas["PossibleSwap"];
export type Part = Schemas["PartShape"];
export type OwnEffect = Schemas["OwnEffect"];
export type Kind = Schemas["SwapKind"];

const OPEN: ReadonlySet<string> = new Set(["asked", "agreed"]);

export const isOpen = (swap: Swap): boolean => OPEN.has(swap.state);

/** Whether a swap waits for one's own answer. */
export const awaitsMe = (swap: Swap): boolean =>
  swap.state === "asked" && swap.parts.some((part) => part.mine && part.answer === "waiting");

/** The swaps in which one takes part, the latest first. */
export function useSwaps(unit: string) {
  return useQuery({
    queryKey: keys.swaps(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/swaps/mine", { params: { path: { unit } } })),
  });
}

/** The lawful swaps of a shift, of one kind. */
export function usePossible(unit: string, date: string, shift: string, kind: Kind, wanted: boolean) {
  return useQuery({
    queryKey: keys.possibleSwaps(unit, date, shift, kind),
    queryFn: () => {
      const query = { shift: shift || undefined, kind };
      const params = { path: { unit, date }, query };
      return told(api.GET("/api/units/{unit}/swaps/possible/{date}", { params }));
    },
    enabled: wanted,
    retry: false,
    staleTime: 0,
  });
}

/** Ask, accept, decline, withdraw; swaps and shifts are fetched anew afterwards. */
export function useSwapCalls(unit: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.swaps(unit) }),
      client.invalidateQueries({ queryKey: ["shifts", unit] }),
    ]);
  const ask = useMutation({
    mutationFn: ({ parts, key }: { parts: Part[]; key: string }) => {
      const params = { path: { unit }, header: { "Idempotency-Key": key } };
      const body = { handovers: parts.map(handover) };
      return told(api.POST("/api/units/{unit}/swaps", { params, body }));
    },
    onSettled,
  });
  const answer = useMutation({
    mutationFn: ({ swap, accept }: { swap: string; accept: boolean }) =>
      told(api.POST("/api/swaps/{swap}/answer", { params: { path: { swap } }, body: { accept } })),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: (swap: string) =>
      told(api.POST("/api/swaps/{swap}/withdrawal", { params: { path: { swap } } })),
    onSettled,
  });
  return { ask, answer, withdraw };
}

function handover(part: Part): Schemas["HandoverAsked"] {
  const { person, gives, takes } = part;
  return {
    person,
    gives: { date: gives.date, shift: gives.shift },
    takes: { person: part.takes_from, date: takes.date, shift: takes.shift },
  };
}
