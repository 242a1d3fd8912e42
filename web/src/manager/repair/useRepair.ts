import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { rosterKeys } from "../roster/keys";
import { useManagedUnit } from "../useManagedUnit";

export type Repair = Schemas["RepairShape"];
export type Option = Schemas["RepairOptionShape"];
export type OnDuty = Schemas["OnDuty"];
export type Asked = Schemas["RepairAsk"];
export type OpenShift = Schemas["OpenShift"];
export type Offer = Schemas["OfferShape"];
export type StandIns = Schemas["StandInsShape"];
export type StandIn = Schemas["StandIn"];
export type Changes = Schemas["PublicationChanges"];

/** Answers come in while the manager looks. */
const ANSWERS_MS = 5000;

const repairKeys = {
  all: (period: string) => ["holding", period] as const,
  onDuty: (period: string) => ["holding", period, "on duty"] as const,
  grid: (period: string) => ["holding", period, "grid"] as const,
  history: (period: string) => ["holding", period, "history"] as const,
  open: (period: string) => ["holding", period, "open"] as const,
  standIns: (period: string, asked: unknown) => ["stand-ins", period, asked] as const,
  offers: (period: string) => ["offers", period] as const,
};

const at = (period: string) => ({ params: { path: { period } } });

export const useOnDuty = (period: string) =>
  useQuery({
    queryKey: repairKeys.onDuty(period),
    queryFn: () => told(api.GET("/api/periods/{period}/on-duty", at(period))),
  });

export const useHoldingGrid = (period: string, enabled: boolean) =>
  useQuery({
    queryKey: repairKeys.grid(period),
    enabled,
    queryFn: () => told(api.GET("/api/periods/{period}/roster", at(period))),
  });

export const useHistory = (period: string) =>
  useQuery({
    queryKey: repairKeys.history(period),
    queryFn: () => told(api.GET("/api/periods/{period}/history", at(period))),
  });

export const openShiftsQuery = (period: string) =>
  queryOptions({
    queryKey: repairKeys.open(period),
    queryFn: () => told(api.GET("/api/periods/{period}/open-shifts", at(period))),
  });

/** What stands for an open shift in a question: the person only where the roster holds the duty. */
export function placeOf({ date, shift, unit, role, away }: OpenShift): Schemas["OpenDuty"] {
  return { date, shift, unit, role, person: away };
}

/** Who may take a shift of the list that was seen at a moment: with a newer list they are asked anew. */
export const useStandIns = (period: string, shift: OpenShift, onRequest: boolean, seen: number) =>
  useQuery({
    queryKey: repairKeys.standIns(period, [placeOf(shift), onRequest, seen]),
    placeholderData: keepPreviousData,
    queryFn: () => {
      const body = { ...placeOf(shift), on_request: onRequest };
      return told(api.POST("/api/periods/{period}/stand-ins", { ...at(period), body }));
    },
  });

export const useOffers = (period: string) =>
  useQuery({
    queryKey: repairKeys.offers(period),
    queryFn: () => told(api.GET("/api/periods/{period}/offers", at(period))),
    refetchInterval: ANSWERS_MS,
  });

/** Ask anew for all that depends on the roster that holds. */
function useRenewed(period: string) {
  const client = useQueryClient();
  const unit = useManagedUnit().id;
  return async () => {
    const changed = [
      ...[repairKeys.all(period), repairKeys.offers(period)],
      ...[keys.wards(unit), rosterKeys.publications(period)],
    ];
    await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}

export function useAsk(period: string) {
  return useMutation({
    mutationFn: (body: Asked) => told(api.POST("/api/periods/{period}/repairs", { ...at(period), body })),
  });
}

export function useTake(period: string) {
  const renew = useRenewed(period);
  return useMutation({
    mutationFn: ({ repair, place, reason }: { repair: string; place: number; reason: string }) => {
      const params = { path: { repair_id: repair } };
      return told(api.POST("/api/repairs/{repair_id}/take", { params, body: { place, reason } }));
    },
    onSettled: renew,
  });
}

export function useSpeak(period: string) {
  const renew = useRenewed(period);
  return useMutation({
    mutationFn: (body: Schemas["NewOffers"]) =>
      told(api.POST("/api/periods/{period}/offers", { ...at(period), body })),
    onSettled: renew,
  });
}

export function useConfirm(period: string) {
  const renew = useRenewed(period);
  return useMutation({
    mutationFn: ({ offer, spoken }: { offer: string; spoken: boolean }) => {
      const params = { path: { offer } };
      return told(api.POST("/api/offers/{offer}/confirmation", { params, body: { spoken } }));
    },
    onSettled: renew,
  });
}

export function useWithdraw(period: string) {
  const renew = useRenewed(period);
  return useMutation({
    mutationFn: (offer: string) =>
      told(api.POST("/api/offers/{offer}/withdrawal", { params: { path: { offer } } })),
    onSettled: renew,
  });
}
