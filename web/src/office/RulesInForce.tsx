import { Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFormats } from "../texts/useFormats";
import { Asked } from "./Asked";
import { useAgreements, useRules } from "./questions";

/** Agreements and a unit's own values: what departs from law and tariff agreement here. */
export function RulesInForce({ unit, start }: { unit: string; start: string }) {
  const { t } = useTranslation();
  const rules = useRules(unit);
  const agreements = useAgreements(unit);
  return (
    <div className="office-columns">
      <section className="panel" aria-labelledby="agreements">
        <Heading level={2} data-size="2xs" id="agreements">
          {t("web.office.agreements")}
        </Heading>
        <Asked
          query={agreements}
          none={t("web.office.agreements.none")}
          empty={(data) => data?.length === 0}
        >
          {(data) => (
            <ul className="plain-list stack">
              {data.map((one) => (
                <AgreementItem key={one.id} agreement={one} start={start} />
              ))}
            </ul>
          )}
        </Asked>
      </section>
      <section className="panel" aria-labelledby="own-rules">
        <Heading level={2} data-size="2xs" id="own-rules">
          {t("web.office.rules")}
        </Heading>
        <Asked
          query={rules}
          none={t("web.office.rules.none")}
          empty={(data) => Object.keys(data ?? {}).length === 0}
        >
          {(data) => (
            <ul className="plain-list stack">
              {Object.entries(data).map(([rule, setting]) => (
                <RuleItem key={rule} rule={rule} setting={setting} />
              ))}
            </ul>
          )}
        </Asked>
        <Paragraph data-size="sm" className="quiet">
          {t("web.office.rules.basis")}
        </Paragraph>
      </section>
    </div>
  );
}

function AgreementItem({ agreement, start }: { agreement: Schemas["Agreement"]; start: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { first, last, rules = [], persons = [], parties, document } = agreement;
  const over = !!last && last < start;
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{agreement.id}</strong>
        <Tag data-color={over ? "danger" : "info"}>
          {over ? t("web.office.agreement.over") : t(`web.office.agreement.${agreement.level}`)}
        </Tag>
      </span>
      {document && <span>{document}</span>}
      {parties && <span>{t("web.office.agreement.parties", { parties })}</span>}
      <span>
        {t("web.office.agreement.span", {
          first: first ? formats.dayYear(first) : t("web.office.unset"),
          last: last ? formats.dayYear(last) : t("web.office.agreement.open"),
        })}
      </span>
      <span>
        {rules.length
          ? t("web.office.agreement.rules", { rules: rules.map((rule) => t(`rule.${rule}`)).join(", ") })
          : t("web.office.agreement.rules_all")}
      </span>
      <span>
        {persons.length
          ? t("web.office.agreement.persons", { count: persons.length })
          : t("web.office.agreement.persons_all")}
      </span>
    </li>
  );
}

function RuleItem({ rule, setting }: { rule: string; setting: Schemas["RuleSetting"] }) {
  const { t } = useTranslation();
  const values = Object.entries(setting.values ?? {});
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{t(`rule.${rule}`)}</strong>
        <Tag data-color={setting.mode === "hard" ? "info" : "warning"}>
          {t(`web.office.mode.${setting.mode}`, { price: setting.price })}
        </Tag>
      </span>
      {setting.reason && <span>{t("web.office.rule.reason", { reason: setting.reason })}</span>}
      {values.length > 0 && (
        <span className="office-code">
          {values.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(" · ")}
        </span>
      )}
    </li>
  );
}
