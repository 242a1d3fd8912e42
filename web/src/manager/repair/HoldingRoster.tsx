import { Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Asked } from "../../office/Asked";
import RosterSheet from "../../office/RosterSheet";
import { useNumbers } from "../../office/useNumbers";
import { useFormats } from "../../texts/useFormats";
import type { Period } from "../../periods/usePeriods";
import { paths } from "../roster/paths";
import { type Changes, useHistory, useHoldingGrid } from "./useRepair";
import "./repair.css";

/** A published period: the roster that holds now, what to do when it does not fit, its history. */
export default function HoldingRoster({ period }: { period: Period }) {
  const history = useHistory(period.id);
  return (
    <Asked query={history}>
      {(found) => (
        <>
          <Now period={period} latest={found[0]} />
          <History found={found} />
        </>
      )}
    </Asked>
  );
}

function Now({ period, latest }: { period: Period; latest: Changes | undefined }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const grid = useHoldingGrid(period.id, shown);
  return (
    <section className="panel" aria-labelledby="holding">
      <div className="row">
        <Heading level={2} data-size="xs" id="holding">
          {t("web.manager.holding.title")}
        </Heading>
        {latest && (
          <Tag data-color={latest.source === "draft" ? "neutral" : "info"}>
            {t(`web.office.source.${latest.source}`)}
          </Tag>
        )}
      </div>
      {latest?.reason && <Paragraph>{t("web.manager.history.reason", { reason: latest.reason })}</Paragraph>}
      <div className="row">
        <Button asChild>
          <Link to={paths.repair(period.id)}>{t("web.manager.next.away.do")}</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link to={paths.open(period.id)}>{t("web.manager.next.away.open")}</Link>
        </Button>
        <Button variant="tertiary" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? "web.manager.holding.hide" : "web.manager.holding.show")}
        </Button>
      </div>
      {shown && <Asked query={grid}>{(told) => <RosterSheet key={told.draft.revision} grid={told} name={period.name} />}</Asked>}
    </section>
  );
}

function History({ found }: { found: Changes[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="history">
      <Heading level={2} data-size="xs" id="history">
        {t("web.manager.history.title")}
      </Heading>
      <ul className="plain-list stack">
        {found.map((one) => (
          <HistoryItem key={one.number} one={one} />
        ))}
      </ul>
    </section>
  );
}

function HistoryItem({ one }: { one: Changes }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { stamp } = useNumbers();
  const shifts = (codes: string[]) => codes.join(" + ") || t("web.manager.repair.bill.free");
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{t("web.manager.history.version", { number: one.number })}</strong>
        <Tag data-size="sm" data-color={one.source === "draft" ? "neutral" : "info"}>
          {t(`web.office.source.${one.source}`)}
        </Tag>
        <span className="quiet">{t("web.manager.history.by", { at: stamp(one.at), name: one.by })}</span>
      </span>
      {one.reason && <span className="office-said">{t("web.manager.history.reason", { reason: one.reason })}</span>}
      {one.changes.length > 0 && (
        <ul className="change-list">
          {one.changes.map((day) => (
            <li key={`${day.person} ${day.date}`}>
              {t("web.manager.history.change", {
                person: day.name,
                date: formats.day(day.date),
                before: shifts(day.before),
                after: shifts(day.after),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
