import { Alert, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../manager/roster/numbers";
import { FormedTable, FreedTable, MovedTable } from "./EffectTables";
import type { Effects } from "./useScenarios";

const FIGURES = [
  ["freed_hours", "hours"],
  ["freed_health_hours", "hours"],
  ["lowered_hours", "hours"],
  ["new_hours", "hours"],
  ["saved_hours", "hours"],
  ["capacity_hours", "hours"],
  ["posts_added", "posts"],
  ["posts_vacated", "posts"],
  ["training_hours", "hours"],
  ["delegations", "count"],
  ["one_off_nok", "nok"],
] as const;

/** What a scenario does before anybody is rostered, or why it cannot be. */
export function EffectsPanel({ effects }: { effects: Effects }) {
  const { t } = useTranslation();
  const { figures, faults } = effects;
  if (!figures)
    return (
      <Alert data-color="danger">
        <Heading level={4} data-size="2xs">{t("web.sharing.effects.faults", { count: faults.length })}</Heading>
        <ul className="scenario-faults">
          {faults.map((fault, number) => (
            <li key={number}>
              {fault.change === null ? fault.text : t("web.sharing.effects.fault", { number: fault.change + 1, text: fault.text })}
            </li>
          ))}
        </ul>
      </Alert>
    );
  return (
    <>
      <Paragraph>{t("web.sharing.effects.not_rostered")}</Paragraph>
      <Figures figures={figures} />
      <MovedTable moved={effects.moved} gone={effects.gone} />
      {effects.formed.length > 0 && <FormedTable formed={effects.formed} />}
      <FreedTable freed={effects.freed} />
      <Heading level={4} data-size="2xs">{t("web.sharing.effects.steps")}</Heading>
      <ul>
        {effects.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  );
}

function Figures({ figures }: { figures: NonNullable<Effects["figures"]> }) {
  const { t } = useTranslation();
  const { decimal, kroner, whole } = useNumbers();
  const told = (key: (typeof FIGURES)[number][0], unit: (typeof FIGURES)[number][1]) => {
    const value = figures[key];
    if (unit === "nok") return kroner(value);
    if (unit === "count") return whole(value);
    return t(unit === "posts" ? "web.sharing.effects.posts" : "web.sharing.effects.hours", { amount: decimal(value) });
  };
  const shown = FIGURES.filter(([key]) => figures[key] !== 0 || key === "saved_hours" || key === "freed_hours");
  return (
    <dl className="scenario-figures">
      {shown.map(([key, unit]) => (
        <div key={key} className={key === "saved_hours" ? "scenario-main" : undefined}>
          <dt>{t(`web.sharing.effects.${key}`)}</dt>
          <dd>{told(key, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}
