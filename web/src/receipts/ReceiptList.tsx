import { Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFormats } from "../texts/useFormats";

type Receipt = Schemas["ReceiptShape"];
type Share = Schemas["ShareShape"];
const COLOURS = { granted: "success", refused: "warning", impossible: "danger", unknown: "warning" } as const;

/** How many wishes of each strength were granted. */
export function Shares({ title, shares }: { title: string; shares: readonly Share[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={title}>
      <strong>{title}</strong>
      <dl className="facts">
        {shares.map((one) => (
          <div key={one.strength}>
            <dt>{one.name}</dt>
            <dd>{t("web.receipts.share", { granted: one.granted, asked: one.asked })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Receipts, those that were refused first: why, the price, and what would have helped. */
export function ReceiptList({ receipts, level }: { receipts: readonly Receipt[]; level: 2 | 3 }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const granted = receipts.filter((one) => one.state === "granted");
  const refused = receipts.filter((one) => one.state !== "granted");
  return (
    <div className="stack">
      {refused.map((one) => (
        <Refused key={`${one.date} ${one.wish}`} one={one} level={level} />
      ))}
      {granted.length > 0 && (
        <section className="panel" aria-label={t("web.receipts.granted")}>
          <Heading level={level} data-size="2xs">
            {t("web.receipts.granted")}
          </Heading>
          <ul className="plain-list stack-tight">
            {granted.map((one) => (
              <li key={`${one.date} ${one.wish}`} className="row">
                <Tag data-size="sm" data-color="success">
                  {formats.day(one.date)}
                </Tag>
                <span>{one.wish}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Refused({ one, level }: { one: Receipt; level: 2 | 3 }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sure = one.state === "impossible" || one.state === "unknown";
  const reasons = sure ? [t(`web.receipts.why.${one.state}`), ...one.reasons] : one.reasons;
  return (
    <article className="panel">
      <Heading level={level} data-size="2xs">
        {formats.dayLong(one.date)}
      </Heading>
      <div className="row">
        <Tag data-size="sm" data-color={COLOURS[one.state]}>
          {t(`web.receipts.state.${one.state}`)}
        </Tag>
        <span>{one.wish}</span>
      </div>
      <Part title={t("web.receipts.why")} lines={reasons} />
      <Part title={t("web.receipts.price")} lines={one.price ? [one.price] : []} />
      <Part title={t("web.receipts.ways")} lines={one.ways} />
    </article>
  );
}

function Part({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="stack-tight">
      <strong>{title}</strong>
      <ul className="stack-tight">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
