import { Details, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { byRule, type Grid, type RuleBreaches } from "./figures";

/** What a roster breaks, rule by rule with the paragraph. */
export function BreachList({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const rules = byRule(grid.verdict.breaches);
  return (
    <section className="panel" aria-labelledby="breaches">
      <Heading level={2} data-size="2xs" id="breaches">
        {t("web.office.breaches")}
      </Heading>
      {rules.length === 0 && <Paragraph>{t("web.office.breaches.none")}</Paragraph>}
      <div className="stack-tight">
        {rules.map((rule) => (
          <OneRule key={`${rule.rule} ${rule.paragraph} ${rule.hard}`} rule={rule} />
        ))}
      </div>
    </section>
  );
}

function OneRule({ rule }: { rule: RuleBreaches }) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>
        <span className="row">
          <Tag data-color={rule.hard ? "danger" : "warning"} data-size="sm">
            {t(rule.hard ? "web.office.binding" : "web.office.priced")}
          </Tag>
          {t("web.office.breaches.rule", { name: rule.name, count: rule.breaches.length })}
        </span>
      </Details.Summary>
      <Details.Content>
        <p>
          {rule.link ? (
            <a href={rule.link} target="_blank" rel="noreferrer">
              {rule.paragraph}
            </a>
          ) : (
            rule.paragraph
          )}
        </p>
        <ul className="stack-tight">
          {rule.breaches.map((breach, number) => (
            <li key={number}>{breach.text}</li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}
