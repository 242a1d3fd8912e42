import { Button, Heading, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useFormats } from "../../texts/useFormats";
import { type Offer, useConfirm, useWithdraw } from "./useRepair";

const OPEN: readonly Offer["state"][] = ["asked", "yes", "no"];
const COLOURS: Partial<Record<Offer["state"], "success" | "danger" | "info">> = {
  yes: "success",
  confirmed: "success",
  no: "danger",
  asked: "info",
};

/** Who was asked for which shift, and what they answered; one who said yes gets it. */
export function OfferList({ period, offers }: { period: string; offers: Offer[] }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState("");
  const confirm = useConfirm(period);
  const withdraw = useWithdraw(period);
  if (!offers.length) return null;
  const give = (one: Offer) =>
    confirm.mutate(
      { offer: one.id, spoken: one.state !== "yes" },
      { onSuccess: () => setGiven(one.name) },
    );
  const error = confirm.error ?? withdraw.error;
  return (
    <section className="panel" aria-labelledby="answers">
      <Heading level={2} data-size="xs" id="answers">
        {t("web.manager.open.answers")}
      </Heading>
      <div role="status">{given && t("web.manager.open.given", { person: given })}</div>
      {error && <ProblemAlert error={error} />}
      <ul className="plain-list">
        {offers.map((one) => (
          <OfferItem
            key={one.id}
            one={one}
            busy={confirm.isPending && confirm.variables.offer === one.id}
            give={() => give(one)}
            withdraw={() => withdraw.mutate(one.id)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  one: Offer;
  busy: boolean;
  give: () => void;
  withdraw: () => void;
}

function OfferItem({ one, busy, give, withdraw }: ItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const late = one.state === "asked" && new Date(one.until) <= new Date();
  const open = OPEN.includes(one.state);
  const told = one.answered
    ? t("web.manager.open.answered", { at: formats.moment(one.answered) })
    : t("web.manager.open.sent", { at: formats.moment(one.at) });
  return (
    <li className="offer">
      <span className="stack-tight">
        <span className="row">
          <strong>{one.name}</strong>
          <span>
            {one.shift} {formats.day(one.date)}
          </span>
          <Tag data-size="sm" data-color={COLOURS[one.state] ?? "neutral"}>
            {t(`web.manager.open.state.${late ? "late" : one.state}`)}
          </Tag>
        </span>
        <span className="quiet">
          {told}
          {one.state === "asked" && `, ${t("web.manager.open.by", { at: formats.moment(one.until) })}`}
        </span>
      </span>
      {open && (
        <span className="row">
          {one.state === "yes" ? (
            <Button loading={busy} onClick={give}>
              {t("web.manager.open.confirm", { person: one.name })}
            </Button>
          ) : (
            <Button variant="secondary" data-size="sm" loading={busy} onClick={give}>
              {t("web.manager.open.spoken", { person: one.name })}
            </Button>
          )}
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t("web.manager.open.withdraw.of", { person: one.name })}
            onClick={withdraw}
          >
            {t("web.manager.open.withdraw")}
          </Button>
        </span>
      )}
    </li>
  );
}
