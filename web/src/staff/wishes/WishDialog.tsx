import { Alert, Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type IsoDate } from "../../dates/dates";
import { redDay } from "../../dates/red-days";
import { useFormats } from "../../texts/useFormats";
import { CoverLevel } from "../calendar/CoverLevel";
import { ChoiceFields } from "./ChoiceFields";
import { choiceOf, draftOf } from "./draft-choice";
import type { Round } from "./useRound";

interface Props {
  date: IsoDate;
  period: string;
  round: Round;
  name: (code: string) => string;
  close: () => void;
}

/** One day's wish: enter it, change it, or take it back. */
export function WishDialog({ date, period, round, name, close }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = round.days.find((one) => one.date === date);
  const level = round.levels.get(date);
  const [draft, setDraft] = useState(() => draftOf(day?.choice));
  const [tried, setTried] = useState(false);
  const choice = choiceOf(draft);
  const holiday = redDay(date);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!choice) return;
    round.outbox.add({ kind: "wish", period, date, choice });
    close();
  };
  const remove = () => {
    const known = round.mine.data?.wishes.some((wish) => wish.date === date) ?? true;
    const entry = day?.entry;
    if (!known && entry && entry !== round.outbox.onItsWay()) round.outbox.drop(entry);
    else round.outbox.add({ kind: "unwish", period, date });
    close();
  };
  return (
    <Dialog open onClose={close} closeButton={t("web.close")} className="wish-dialog">
      <form onSubmit={save} className="stack">
        <div>
          <Heading level={2} data-size="xs">
            {t("web.wish.title", { date: formats.dayLong(date) })}
          </Heading>
          {holiday && <span className="shift-date-red"><span>{t(holiday)}</span></span>}
        </div>
        {level && <CoverLevel level={level.level} long />}
        {day?.refusal && (
          <Alert data-color="danger" data-size="sm">
            <Paragraph>{day.refusal.message || t("web.error.unknown")}</Paragraph>
            {day.refusal.hint && <Paragraph>{day.refusal.hint}</Paragraph>}
          </Alert>
        )}
        <ChoiceFields
          value={draft}
          change={setDraft}
          codes={round.codes}
          name={name}
          level={level}
          incomplete={tried && !choice}
        />
        <div className="row">
          <Button type="submit">{t("web.wish.save")}</Button>
          {day && !day.gone && (
            <Button type="button" variant="secondary" data-color="danger" onClick={remove}>
              {t("web.wish.remove")}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
