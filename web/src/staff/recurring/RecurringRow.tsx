import { Button, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { monday, plusDays } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";
import { useWishWords } from "../wishes/wish-words";
import type { Row } from "./rows";

const COLOURS = {
  kept: "info",
  approved: "success",
  waiting: "warning",
  refused: "danger",
  going: "warning",
} as const;

/** One recurring wish in words. */
export function RecurringRow({ row, remove }: { row: Row; remove: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  const { facts, state } = row;
  const start = monday(facts.first);
  const weekdays = [...facts.weekdays]
    .sort()
    .map((day) => formats.weekday(plusDays(start, day - 1), "long"))
    .join(", ");
  const what = words.words(facts);
  return (
    <li className="wish-row">
      <div className="stack-tight">
        <strong>{what}</strong>
        <span>{t(`web.recurring.every.${Math.min(facts.every ?? 1, 5)}`, { weekdays, weeks: facts.every ?? 1 })}</span>
        <span className="quiet">
          {facts.last
            ? t("web.recurring.span", {
                first: formats.dayYear(facts.first),
                last: formats.dayYear(facts.last),
              })
            : t("web.recurring.from", { first: formats.dayYear(facts.first) })}
        </span>
        <span className="row wish-tags">
          <span className="quiet">{words.strength(facts)}</span>
          <Tag data-size="sm" data-color={COLOURS[state]}>
            {t(`web.recurring.state.${state}`)}
          </Tag>
        </span>
        {facts.reason && <span className="quiet">{facts.reason}</span>}
      </div>
      {state !== "going" && (
        <Button
          variant="tertiary"
          data-size="sm"
          data-color="danger"
          aria-label={t("web.recurring.remove_of", { what, weekdays })}
          onClick={remove}
        >
          {t("web.recurring.remove")}
        </Button>
      )}
    </li>
  );
}
