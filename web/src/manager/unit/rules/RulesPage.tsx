import { Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { WardProblem } from "../../ward/SectionPage";
import { useSection } from "../../ward/useSection";
import { GoalsForm } from "./GoalsForm";
import { RuleDialog } from "./RuleDialog";
import { type Norm, useNorms } from "./useNorms";
import { useNormWords } from "./useNormWords";

/** What rosters must keep to, with values and paragraphs, and what they aim for. */
export function RulesPage() {
  const { t } = useTranslation();
  const norms = useNorms();
  const settings = useSection("rules");
  const [open, setOpen] = useState<Norm>();
  const [said, setSaid] = useState("");
  const close = (done?: string) => {
    setOpen(undefined);
    setSaid(done ?? "");
  };
  const error = norms.error ?? settings.error;
  return (
    <>
      <PageTitle>{t("web.manager.unit.rules")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.rules.intro")}</Paragraph>
      {error && <WardProblem error={error} retry={() => void norms.refetch()} />}
      {(norms.isLoading || settings.isLoading) && <Waiting />}
      {norms.data && settings.data && (
        <>
          <span role="status">{said}</span>
          <ul className="plain-list entries">
            {norms.data.rules.map((norm) => (
              <RuleRow key={norm.rule} norm={norm} open={() => setOpen(norm)} />
            ))}
          </ul>
          <section className="panel" aria-labelledby="goals">
            <Heading level={2} data-size="2xs" id="goals">
              {t("web.manager.goals")}
            </Heading>
            <Paragraph className="quiet intro">{t("web.manager.goals.intro")}</Paragraph>
            <GoalsForm goals={norms.data.goals} key={JSON.stringify(norms.data.goals)} />
          </section>
          {open && (
            <RuleDialog
              norm={open}
              seen={settings.data.items.find((one) => one.rule === open.rule)}
              close={close}
            />
          )}
        </>
      )}
    </>
  );
}

const COLOURS = { hard: "success", priced: "warning", off: "danger" } as const;

function RuleRow({ norm, open }: { norm: Norm; open: () => void }) {
  const { t } = useTranslation();
  const words = useNormWords();
  const name = t(`rule.${norm.rule}`);
  const values = norm.values.filter((value) => value.held !== null || value.own);
  return (
    <li className="entry">
      <div className="entry-facts">
        <span className="row entry-tags">
          <strong>{name}</strong>
          <Tag data-size="sm" data-color={COLOURS[norm.mode]}>
            {t(`web.manager.mode.${norm.mode}`)}
          </Tag>
        </span>
        {norm.mode === "off" && <span>{t("web.manager.mode.reason", { reason: norm.reason })}</span>}
        {norm.mode === "priced" && <span>{t("web.manager.mode.price", { price: norm.price })}</span>}
        {values.length === 0 && <span className="quiet">{t("web.manager.norm.unset")}</span>}
        {values.map((value) => (
          <span key={value.value}>
            {t("web.manager.norm.value", {
              name: words.name(norm.rule, value),
              amount: words.bounded(value, value.held),
            })}{" "}
            <span className="quiet">
              {value.own ? t("web.manager.norm.own") : words.source(value)}
              {!value.own && value.agreement && ` · ${t("web.manager.norm.agreed", { level: value.level })}`}
            </span>
          </span>
        ))}
      </div>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t("web.manager.form.edit_of", { what: name })}
        onClick={open}
      >
        {t("web.manager.form.edit")}
      </Button>
    </li>
  );
}
