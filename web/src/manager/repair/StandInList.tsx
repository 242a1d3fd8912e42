import { Button, Checkbox, Details, Link as DsLink, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { Asked } from "../../office/Asked";
import { ChoiceField } from "../form/Fields";
import { OnRequest } from "./AwayForm";
import { StandInRow } from "./StandInRow";
import { type OpenShift, placeOf, type StandIns, useOffers, useSpeak, useStandIns } from "./useRepair";

const HOURS = ["1", "3", "24"] as const;
const HOUR_MS = 3_600_000;

/** Who may take an open shift, in the order in which to ask; some are chosen and asked. */
export function StandInList({ period, shift, seen }: { period: string; shift: OpenShift; seen: number }) {
  const [onRequest, setOnRequest] = useState(false);
  const found = useStandIns(period, shift, onRequest, seen);
  return (
    <>
      <OnRequest value={onRequest} change={setOnRequest} />
      <Asked query={found}>
        {(known) => <Asking period={period} shift={shift} known={known} />}
      </Asked>
    </>
  );
}

function Asking({ period, shift, known }: { period: string; shift: OpenShift; known: StandIns }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [hours, setHours] = useState<string>("3");
  const [lacking, setLacking] = useState(false);
  const speak = useSpeak(period);
  const asked = useAskedAlready(period, shift);
  const toggle = (person: string) =>
    setChosen(chosen.includes(person) ? chosen.filter((one) => one !== person) : [...chosen, person]);
  const ask = () => {
    setLacking(chosen.length === 0);
    if (!chosen.length) return;
    const until = new Date(Date.now() + Number(hours) * HOUR_MS).toISOString();
    const body = { open: placeOf(shift), people: chosen, until, on_request: known.on_request };
    speak.mutate(body, { onSuccess: () => setChosen([]) });
  };
  if (!known.offered.length) {
    return (
      <>
        <Paragraph>{t("web.manager.open.nobody")}</Paragraph>
        <NotOffered known={known} />
      </>
    );
  }
  return (
    <>
      <Paragraph data-size="sm">
        {t("web.manager.open.who")}.{" "}
        <DsLink href={known.link}>{known.source}</DsLink>
      </Paragraph>
      <ol className="plain-list">
        {known.offered.map((one) => (
          <StandInRow key={one.person} one={one}>
            {asked.has(one.person) ? (
              <span>
                {one.rank}. {one.name} <span className="quiet">({t("web.manager.open.asked_already")})</span>
              </span>
            ) : (
              <Checkbox
                value={one.person}
                label={`${one.rank}. ${one.name}`}
                checked={chosen.includes(one.person)}
                onChange={() => toggle(one.person)}
              />
            )}
          </StandInRow>
        ))}
      </ol>
      {speak.error && <ProblemAlert error={speak.error} />}
      {lacking && <span className="wrong" role="alert">{t("web.manager.open.ask.none")}</span>}
      <div className="row ask-row">
        <ChoiceField
          label={t("web.manager.open.until")}
          value={hours}
          options={HOURS.map((value) => ({ value, label: t(`web.manager.open.until.${value}`) }))}
          change={setHours}
        />
        <Button loading={speak.isPending} onClick={ask}>
          {t("web.manager.open.ask", { count: chosen.length })}
        </Button>
      </div>
      <NotOffered known={known} />
    </>
  );
}

/** Who has an offer of the same shift that still waits or has been said yes to. */
function useAskedAlready(period: string, shift: OpenShift): Set<string> {
  const offers = useOffers(period).data ?? [];
  const open = offers.filter(
    (one) =>
      ["asked", "yes"].includes(one.state) &&
      one.date === shift.date &&
      one.shift === shift.shift &&
      one.unit === shift.unit &&
      one.role === shift.role,
  );
  return new Set(open.map((one) => one.person));
}

function NotOffered({ known }: { known: StandIns }) {
  const { t } = useTranslation();
  const rules = (names: string[]) => names.map((rule) => t(`rule.${rule}`)).join(", ");
  return (
    <Details variant="default" className="option-bill">
      <Details.Summary>{t("web.manager.open.not", { count: known.refused.length })}</Details.Summary>
      <Details.Content>
        <ul className="plain-list">
          {known.refused.map((one) => (
            <li key={one.person}>
              {one.name}: {t(`web.manager.open.reason.${one.reason}`, { rules: rules(one.rules) })}
            </li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
