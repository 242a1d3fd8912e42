import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useFormats } from "../../texts/useFormats";

type Offer = Schemas["MyOffer"];
const AGAIN_MS = 60_000;

/** Shifts that one is asked to take: yes or no, until the manager has confirmed one. */
export function Offers({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const offers = useQuery({
    queryKey: keys.offers(unit),
    queryFn: () => told(api.GET("/api/units/{unit}/offers/mine", { params: { path: { unit } } })),
    refetchInterval: AGAIN_MS,
  });
  if (!offers.data?.length) return null;
  return (
    <section className="panel" aria-labelledby="offers">
      <Heading level={2} data-size="2xs" id="offers">
        {t("web.offers.title")}
      </Heading>
      <ul className="plain-list stack">
        {offers.data.map((one) => (
          <OfferItem key={one.id} one={one} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

function OfferItem({ one, unit }: { one: Offer; unit: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (yes: boolean) =>
      told(api.PUT("/api/offers/{offer}/answer", { params: { path: { offer: one.id } }, body: { yes } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.offers(unit) }),
  });
  const said = one.state === "yes" || one.state === "no";
  return (
    <li className="stack-tight my-offer">
      <strong>{t("web.offers.shift", { name: one.shift_name, date: formats.dayLong(one.date) })}</strong>
      <span>
        {t("web.offers.times", { start: one.start, end: one.end })} · {t(`web.offers.pay.${one.pay}`)}
      </span>
      <Paragraph role="status">{standing(t, one)}</Paragraph>
      {one.open && !said && (
        <Paragraph data-size="sm">{t("web.offers.until", { at: formats.moment(one.until) })}</Paragraph>
      )}
      {answer.error && <ProblemAlert error={answer.error} />}
      {one.open && (
        <div className="row">
          {one.state !== "yes" && (
            <Button loading={answer.isPending && answer.variables} onClick={() => answer.mutate(true)}>
              {t("web.offers.yes")}
            </Button>
          )}
          {one.state !== "no" && (
            <Button
              variant="secondary"
              loading={answer.isPending && !answer.variables}
              onClick={() => answer.mutate(false)}
            >
              {t("web.offers.no")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** What has been said, or what has become of it. */
function standing(t: ReturnType<typeof useTranslation>["t"], one: Offer): string {
  if (one.open && one.state === "asked") return "";
  if (one.open || one.state === "yes") return t(`web.offers.said.${one.state}`);
  if (one.state === "asked" || one.state === "no") return t("web.offers.ended.late");
  return t(`web.offers.ended.${one.state}`);
}
