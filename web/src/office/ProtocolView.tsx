import { Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Asked } from "./Asked";
import { type Protocol, useProtocol } from "./questions";
import { useNumbers } from "./useNumbers";

const SIDES = ["manager", "representative"] as const;

interface Props {
  period: string;
  /** What may be done with it, below the signatures. */
  children?: (kept: { protocol: Protocol; tag: string }) => ReactNode;
}

/** The protocol of the discussion: who met, what was said and agreed, who has signed. */
export function ProtocolView({ period, children }: Props) {
  const { t } = useTranslation();
  const protocol = useProtocol(period);
  return (
    <section className="panel" aria-labelledby="protocol">
      <Heading level={2} data-size="2xs" id="protocol">
        {t("web.office.protocol")}
      </Heading>
      <Asked query={protocol} none={t("web.office.protocol.none")}>
        {(kept) => (
          <>
            <Facts protocol={kept.protocol} />
            <Signatures protocol={kept.protocol} />
            {children?.(kept)}
          </>
        )}
      </Asked>
    </section>
  );
}

function Facts({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation();
  const { meeting } = useNumbers();
  return (
    <dl className="stack-tight">
      <div>
        <dt className="quiet">{t("web.office.protocol.held")}</dt>
        <dd>{meeting(protocol.held)}</dd>
      </div>
      <div>
        <dt className="quiet">{t("web.office.protocol.present")}</dt>
        <dd className="office-said">{protocol.present || t("web.office.unset")}</dd>
      </div>
      <div>
        <dt className="quiet">{t("web.office.protocol.text")}</dt>
        <dd className="office-said">{protocol.text || t("web.office.unset")}</dd>
      </div>
      <div>
        <dt className="quiet">{t("web.office.protocol.outcome")}</dt>
        <dd>{t(protocol.agreed ? "web.office.protocol.agreed" : "web.office.protocol.disagreed")}</dd>
      </div>
    </dl>
  );
}

function Signatures({ protocol }: { protocol: Protocol }) {
  const { t } = useTranslation();
  const { stamp } = useNumbers();
  return (
    <div className="stack-tight">
      <Heading level={3} data-size="2xs">
        {t("web.office.protocol.signatures")}
      </Heading>
      <ul className="plain-list stack-tight">
        {SIDES.map((side) => {
          const signed = protocol.signatures[side];
          return (
            <li key={side} className="row">
              <strong>{t(`web.office.side.${side}`)}</strong>
              {signed ? (
                t("web.office.protocol.signed", { name: signed.name, at: stamp(signed.at) })
              ) : (
                <Tag data-color="warning">{t("web.office.protocol.unsigned")}</Tag>
              )}
            </li>
          );
        })}
      </ul>
      <Paragraph data-size="sm" className="quiet">
        {t(protocol.final ? "web.office.protocol.final" : "web.office.protocol.open")}
      </Paragraph>
    </div>
  );
}
