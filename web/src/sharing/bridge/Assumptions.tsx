import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../manager/form/Fields";
import { useNumbers } from "../../manager/roster/numbers";
import { useTold } from "../useTold";
import { StatusTag } from "./StatusTag";
import { type Asked, type Bridge, START, type Used } from "./useBridge";

/** Written where the hours come from, not here. */
const ELSEWHERE = new Set(["hours", "units"]);
/** What counts for Trondheim alone. */
const OF_TRONDHEIM = new Set(["before"]);

interface Props {
  bridge: Bridge;
  asked: Asked;
  change: (asked: Asked) => void;
}

/** Everything that the bridge stands on, what each of it is, and a field to set it otherwise. */
export function Assumptions({ bridge, asked, change }: Props) {
  const { t } = useTranslation();
  const [round, setRound] = useState(0);
  const changed = Object.keys(asked.settings).some((key) => !ELSEWHERE.has(key));
  const own = asked.ground !== "trondheim";
  const shown = Object.entries(bridge.assumptions).filter(
    ([key]) => !ELSEWHERE.has(key) && !(own && OF_TRONDHEIM.has(key)),
  );
  const set = (key: string, value: number | null) => {
    const settings = { ...asked.settings };
    if (value === null) delete settings[key];
    else settings[key] = value;
    change({ ...asked, settings });
  };
  const reset = () => {
    const left = Object.entries(asked.settings).filter(([key]) => ELSEWHERE.has(key));
    change({ ...asked, settings: { ...START.settings, ...Object.fromEntries(left) } });
    setRound(round + 1);
  };
  return (
    <section className="panel" aria-labelledby="bridge-assumptions">
      <Heading level={2} data-size="2xs" id="bridge-assumptions">
        {t("web.sharing.bridge.assumptions")}
      </Heading>
      <Paragraph>{t("web.sharing.bridge.assumptions.how")}</Paragraph>
      <ul className="plain-list entries">
        {shown.map(([key, used]) => (
          <Row key={`${key} ${round}`} name={key} used={used} given={asked.settings[key]} set={(value) => set(key, value)} />
        ))}
      </ul>
      {changed && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={reset}>
            {t("web.sharing.bridge.reset")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  name: string;
  used: Used;
  given: number | undefined;
  set: (value: number | null) => void;
}

/** A share is written in percent; what cannot be one is not sent. */
export function amountOf(typed: number | null, unit: Used["unit"]): number | null | undefined {
  if (typed === null) return null;
  if (Number.isNaN(typed) || typed < 0) return undefined;
  if (unit !== "share") return typed;
  return typed <= 100 ? Number((typed / 100).toFixed(6)) : undefined;
}

function Row({ name, used, given, set }: RowProps) {
  const { t } = useTranslation();
  const told = useTold();
  const share = used.unit === "share";
  const stands = share ? Number((used.value * 100).toFixed(2)) : used.value;
  const [typed, setTyped] = useState<number | null>();
  const [wrong, setWrong] = useState(false);
  return (
    <li className="entry sharing-assumption">
      <div className="entry-facts">
        <strong>{told(used.text)}</strong>
        <span className="row entry-tags">
          <StatusTag status={given === undefined ? used.status : "assumed"} />
          <Band used={used} />
        </span>
        {used.source && <span className="quiet">{t("web.sharing.bridge.source", { source: told(used.source) })}</span>}
      </div>
      <div className="sharing-amount-field" data-key={name}>
        <NumberField
          label={t(`web.sharing.bridge.unit.${used.unit}`)}
          suffix={share ? "%" : undefined}
          value={typed === undefined ? stands : typed}
          error={wrong && t(share ? "web.sharing.bridge.share.wrong" : "web.sharing.bridge.number.wrong")}
          change={(value) => {
            const amount = amountOf(value, used.unit);
            setTyped(value);
            setWrong(amount === undefined);
            if (amount !== undefined) set(amount);
          }}
        />
      </div>
    </li>
  );
}

function Band({ used }: { used: Used }) {
  const { t } = useTranslation();
  const { decimal, share } = useNumbers();
  const say = used.unit === "share" ? share : decimal;
  if (used.low === null || used.low === undefined || used.high === null || used.high === undefined) return null;
  return <span>{t("web.sharing.bridge.varied", { low: say(used.low), high: say(used.high) })}</span>;
}
