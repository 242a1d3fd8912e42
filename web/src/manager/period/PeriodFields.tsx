import { Heading } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { weekday, weekNumber } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";
import { NumberField, TextField } from "../form/Fields";
import { endOf, openDays, publishBy, type TypedPeriod } from "./facts";

interface Props {
  facts: TypedPeriod;
  change: (part: Partial<TypedPeriod>) => void;
  wrong: (field: keyof TypedPeriod) => string | undefined;
  /** Dates stand fast once wishes may be entered. */
  fixedDates: boolean;
}

/** A period's dates, its wish round, and until when its draft may be commented on. */
export function PeriodFields({ facts, change, wrong, fixedDates }: Props) {
  const { t } = useTranslation();
  const days = openDays(facts);
  return (
    <>
      <TextField
        label={t("web.manager.period.name")}
        hint={t("web.manager.period.name.hint")}
        value={facts.name}
        most={120}
        error={wrong("name")}
        change={(name) => change({ name })}
      />
      <div className="fields">
        <TextField
          type="date"
          label={t("web.manager.period.start")}
          hint={fixedDates ? t("web.manager.period.fixed") : undefined}
          value={facts.start}
          fixed={fixedDates}
          error={wrong("start")}
          change={(start) => change({ start })}
        />
        {fixedDates ? (
          <TextField
            label={t("web.manager.period.weeks")}
            value={String(facts.weeks ?? "")}
            fixed
            change={() => undefined}
          />
        ) : (
          <NumberField
            label={t("web.manager.period.weeks")}
            value={facts.weeks}
            error={wrong("weeks")}
            change={(weeks) => change({ weeks })}
          />
        )}
      </div>
      <Derived facts={facts} />
      <Heading level={2} data-size="2xs">
        {t("web.manager.period.round")}
      </Heading>
      <div className="fields">
        <TextField
          type="datetime-local"
          label={t("web.manager.period.wishes_from")}
          hint={t("web.manager.period.wishes_from.hint")}
          value={facts.wishesFrom}
          change={(wishesFrom) => change({ wishesFrom })}
        />
        <TextField
          type="datetime-local"
          label={t("web.manager.period.wishes_to")}
          hint={days === null ? t("web.manager.period.wishes_to.hint") : t("web.manager.period.open_days", { count: days })}
          value={facts.wishesTo}
          error={wrong("wishesTo")}
          change={(wishesTo) => change({ wishesTo })}
        />
        <NumberField
          whole
          label={t("web.manager.period.most_wishes")}
          hint={t("web.manager.period.most_wishes.hint")}
          value={facts.mostWishes}
          error={wrong("mostWishes")}
          change={(mostWishes) => change({ mostWishes })}
        />
        <NumberField
          whole
          label={t("web.manager.period.most_strong")}
          hint={t("web.manager.period.most_strong.hint")}
          value={facts.mostStrong}
          error={wrong("mostStrong")}
          change={(mostStrong) => change({ mostStrong })}
        />
        <TextField
          type="datetime-local"
          label={t("web.manager.period.comments_to")}
          hint={t("web.manager.period.comments_to.hint")}
          value={facts.commentsTo}
          change={(commentsTo) => change({ commentsTo })}
        />
      </div>
    </>
  );
}

/** What follows from the dates: the last day, weeks by number, and when to publish. */
function Derived({ facts }: { facts: TypedPeriod }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const end = endOf(facts);
  if (!end) return null;
  return (
    <div className="panel" role="status">
      <span>
        {t("web.manager.period.span", {
          first: formats.dayYear(facts.start),
          last: formats.dayYear(end),
          from: weekNumber(facts.start),
          to: weekNumber(end),
        })}
      </span>
      {weekday(facts.start) !== 1 && <span>{t("web.manager.period.not_monday")}</span>}
      <strong>
        {t("web.manager.period.publish_by", { date: formats.dayYear(publishBy(facts.start)) })}
      </strong>
    </div>
  );
}
