import { Button, Heading, Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { useFormats } from "../../texts/useFormats";
import { OfferList } from "./OfferList";
import { StandInList } from "./StandInList";
import { type OpenShift, openShiftsQuery, placeOf, useOffers } from "./useRepair";
import "./repair.css";

/** Shifts that lack somebody, who may take each, who has been asked and what they answered. */
export default function OpenShiftsPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const open = useQuery(openShiftsQuery(period));
  const offers = useOffers(period);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.open.title")}</PageTitle>
      <Asked query={offers}>{(found) => <OfferList period={period} offers={found} />}</Asked>
      <Asked query={open} none={t("web.manager.open.none")} empty={(found) => found.length === 0}>
        {(found) => (
          <ul className="plain-list stack">
            {found.map((one) => (
              <OpenItem
                key={JSON.stringify(placeOf(one))}
                period={period}
                shift={one}
                seen={open.dataUpdatedAt}
                alone={found.length === 1}
              />
            ))}
          </ul>
        )}
      </Asked>
    </div>
  );
}

interface ItemProps {
  period: string;
  shift: OpenShift;
  /** When the list was seen. */
  seen: number;
  /** The only one: its stand-ins are shown at once. */
  alone: boolean;
}

function OpenItem({ period, shift, seen, alone }: ItemProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [shown, setShown] = useState(alone);
  const told = t("web.manager.open.shift", {
    shift: shift.shift,
    date: formats.dayLong(shift.date),
    start: shift.starts.slice(11, 16),
  });
  return (
    <li className="panel open-shift">
      <div className="row office-head">
        <Heading level={2} data-size="2xs">
          {told}
        </Heading>
        {shift.away_name && <span>{t("web.manager.open.away", { person: shift.away_name })}</span>}
        {!shift.under_minimum && <Tag data-color="neutral">{t("web.manager.open.wanted")}</Tag>}
        {shift.count > 1 && <Tag data-color="warning">{t("web.manager.open.count", { count: shift.count })}</Tag>}
        <Button
          variant={shown ? "tertiary" : "primary"}
          aria-expanded={shown}
          aria-label={`${t(shown ? "web.manager.open.hide" : "web.manager.open.find")}: ${told}`}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "web.manager.open.hide" : "web.manager.open.find")}
        </Button>
      </div>
      {shown && <StandInList period={period} shift={shift} seen={seen} />}
    </li>
  );
}
