import { Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePlain } from "../../card/usePlain";
import { useNumbers } from "../../numbers";
import { paths } from "../../paths";
import type { Job } from "../../search/useJobs";
import type { Option } from "../useQuestions";

interface Props {
  option: Option;
  /** The one by the ward's own weights, with which it is compared. */
  first: Option;
  /** Whether there are others to compare. */
  compared: boolean;
  job: Job;
  keep: () => void;
}

/** One roster: what it favours, what is better and what is worse than in the first one. */
export function OptionPanel({ option, first, compared, job, keep }: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { favours, draft } = option;
  const plain = usePlain();
  const worth = ({ card }: Option, goal: string) => {
    const found = card.terms.find(({ term }) => term === goal);
    return found ? plain(found) : "";
  };
  const name = t(`web.manager.choice.favours.${favours}`);
  const better = option.differences.filter((one) => one.points < 0);
  const worse = [...option.differences].reverse().filter((one) => one.points > 0);
  return (
    <li className="panel draft">
      <Heading level={2} data-size="2xs">
        {name}
      </Heading>
      <Paragraph>
        {t("web.manager.choice.points", { points: numbers.whole(option.card.total) })}
        {favours !== "own" && ` · ${t("web.manager.choice.apart", { count: option.apart })}`}
      </Paragraph>
      {compared && favours === "own" && <Paragraph data-size="sm">{t("web.manager.choice.first")}</Paragraph>}
      {([["better", better], ["worse", worse]] as const).map(([how, goals]) =>
        goals.length > 0 ? (
          <div key={how} className="stack-tight">
            <strong>{t(`web.manager.choice.${how}`)}</strong>
            <ul className="choice-goals">
              {goals.map((goal) => (
                <li key={goal.term}>
                  {t("web.manager.choice.goal", {
                    goal: goal.name,
                    now: worth(option, goal.term),
                    was: worth(first, goal.term),
                    points: numbers.signed(goal.points),
                  })}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
      <div className="row">
        <Button data-size="sm" variant={draft ? "secondary" : "primary"} aria-label={t("web.manager.choice.keep.of", { name })} onClick={keep}>
          {t(draft ? "web.manager.choice.keep.again" : "web.manager.choice.keep")}
        </Button>
        {draft && (
          <Button asChild data-size="sm">
            <Link to={paths.grid(job.period, draft)}>{t("web.manager.draft.open")}</Link>
          </Button>
        )}
        {draft && (
          <Button asChild data-size="sm" variant="secondary">
            <Link to={paths.searchFrom(job.period, draft)}>{t("web.manager.choice.go_on")}</Link>
          </Button>
        )}
      </div>
    </li>
  );
}
