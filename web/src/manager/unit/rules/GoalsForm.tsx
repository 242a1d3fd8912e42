import { Button } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../form/Fields";
import { fits } from "../../form/numbers";
import type { Change } from "../../ward/changes";
import { SaveProblem } from "../../ward/SaveProblem";
import type { WeightEntry } from "../../ward/sections";
import { useChange, useSection } from "../../ward/useSection";
import type { Goal } from "./useNorms";
import { useNormWords } from "./useNormWords";
import { inShortage } from "./values";

const MOST = 100_000;

/** How much each goal weighs, told in minutes of missing staffing. */
export function GoalsForm({ goals }: { goals: Goal[] }) {
  const { t } = useTranslation();
  const { number } = useNormWords();
  const held = useSection("weights").data?.items ?? [];
  const [typed, setTyped] = useState<Record<string, number | null>>({});
  const saving = useChange("weights");
  const weight = (goal: Goal) => typed[goal.term] ?? goal.weight;
  const faulty = (goal: Goal) => goal.term in typed && !fits(typed[goal.term] ?? null, 0, MOST, true);
  const shortage = goals.find((goal) => goal.term === "shortage");
  const worth = (goal: Goal) => inShortage(weight(goal), shortage ? weight(shortage) : 0);
  const changed = goals.filter((goal) => goal.term in typed && typed[goal.term] !== goal.weight);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (goals.some(faulty)) return;
    const changes = changed.map((goal): Change<WeightEntry> => {
      const after = { goal: goal.term, weight: weight(goal) };
      const before = held.find((one) => one.goal === goal.term);
      return { before, after: after.weight === goal.usual ? undefined : after };
    });
    saving.mutate(changes);
  };
  return (
    <form onSubmit={save} className="stack" noValidate>
      <div className="goals">
        {goals.map((goal) => (
          <NumberField
            key={goal.term}
            whole
            label={t(`term.${goal.term}`)}
            hint={[
              t(`web.manager.goal.${goal.term}`),
              goal.term !== "shortage" &&
                worth(goal) !== null &&
                t("web.manager.goal.worth", { minutes: number.format(worth(goal) ?? 0) }),
              weight(goal) !== goal.usual && t("web.manager.goal.usual", { usual: goal.usual }),
            ]
              .filter(Boolean)
              .join(" ")}
            value={goal.term in typed ? typed[goal.term] : goal.weight}
            error={faulty(goal) ? t("web.manager.wrong.weight") : undefined}
            change={(value) => setTyped({ ...typed, [goal.term]: value })}
          />
        ))}
      </div>
      <SaveProblem<WeightEntry>
        error={saving.error}
        name={t("web.manager.goals")}
        over={(changes) => saving.mutate(changes)}
        theirs={() => {
          saving.reset();
          setTyped({});
        }}
      />
      <div className="row">
        <Button type="submit" loading={saving.isPending} disabled={changed.length === 0}>
          {t("web.manager.goals.save")}
        </Button>
        <Button
          type="button"
          variant="secondary"
          onClick={() => setTyped(Object.fromEntries(goals.map((goal) => [goal.term, goal.usual])))}
        >
          {t("web.manager.goals.reset")}
        </Button>
        <span role="status">{saving.isSuccess && t("web.manager.goals.saved")}</span>
      </div>
    </form>
  );
}
