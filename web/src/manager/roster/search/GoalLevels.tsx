import { Details, Paragraph, Select } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../numbers";
import { type Goal, inWishes, type Level, type Levels, levelsOf, pointsOf, weightAt, type Weighed, WEIGHED } from "./goals";

interface Props {
  goals: Goal[];
  levels: Levels;
  change: (levels: Levels) => void;
}

/** Each goal with how much it shall matter, told in what a person would count. */
export function GoalLevels({ goals, levels, change }: Props) {
  const { t } = useTranslation();
  const shown = WEIGHED.flatMap((term) => goals.filter((goal) => goal.term === term));
  const wish = shown.find((goal) => goal.term === "wishes");
  const wishWeight = wish ? weightAt(wish.weight, levels.wishes ?? "usual") : 0;
  return (
    <Details>
      <Details.Summary>{t("web.manager.search.goals")}</Details.Summary>
      <Details.Content>
        <Paragraph data-size="sm">{t("web.manager.search.goals.hint")}</Paragraph>
        <ul className="plain-list goal-list">
          {shown.map((goal) => (
            <GoalRow
              key={goal.term}
              goal={goal}
              level={levels[goal.term as Weighed] ?? "usual"}
              wishWeight={wishWeight}
              change={(level) => change({ ...levels, [goal.term]: level })}
            />
          ))}
        </ul>
      </Details.Content>
    </Details>
  );
}

interface RowProps {
  goal: Goal;
  level: Level;
  wishWeight: number;
  change: (level: Level) => void;
}

function GoalRow({ goal, level, wishWeight, change }: RowProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const id = useId();
  const points = pointsOf(goal.term, weightAt(goal.weight, level));
  const wishes = inWishes(points, wishWeight);
  const choices = levelsOf(goal.weight);
  return (
    <li className="goal">
      <label htmlFor={id}>{t(`term.${goal.term}`)}</label>
      <Select
        id={id}
        data-size="sm"
        value={choices.includes(level) ? level : "usual"}
        onChange={(event) => change(event.target.value as Level)}
      >
        {choices.map((one) => (
          <Select.Option key={one} value={one}>
            {t(`web.manager.search.level.${one}`)}
          </Select.Option>
        ))}
      </Select>
      <span className="quiet">
        {t("web.manager.search.costs", { what: t(`web.manager.search.plain.${goal.term}`), points: numbers.whole(points) })}
        {wishes !== null && goal.term !== "wishes" && points > 0 &&
          ` ${t("web.manager.search.as_wishes", { wishes: numbers.decimal(wishes) })}`}
      </span>
    </li>
  );
}
