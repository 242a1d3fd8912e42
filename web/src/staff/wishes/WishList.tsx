import { Button, Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { IsoDate } from "../../dates/dates";
import { useFormats } from "../../texts/useFormats";
import type { WishedDay } from "./my-days";
import { useWishWords } from "./wish-words";

/** All one's wishes in words, with what has not reached the service or was refused. */
export function WishList({ days, edit }: { days: WishedDay[]; edit: (date: IsoDate) => void }) {
  const { t } = useTranslation();
  const shown = days.filter((day) => day.source !== "proposal");
  const proposed = days.length - shown.length;
  return (
    <section className="stack-tight" aria-labelledby="my-wishes">
      <Heading level={2} data-size="2xs" id="my-wishes">
        {t("web.wishes.mine")}
      </Heading>
      {days.length === 0 && <Paragraph>{t("web.wishes.empty")}</Paragraph>}
      <ul className="plain-list shift-days">
        {shown.map((day) => (
          <Row key={day.date} day={day} edit={edit} />
        ))}
      </ul>
      {proposed > 0 && <Paragraph>{t("web.wishes.proposed", { count: proposed })}</Paragraph>}
    </section>
  );
}

function Row({ day, edit }: { day: WishedDay; edit: (date: IsoDate) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  const date = formats.day(day.date);
  return (
    <li className="wish-row">
      <div className="stack-tight">
        <span>
          <strong>{date}</strong>{" "}
          <span className={day.gone ? "month-mark-gone" : undefined}>
            {words.words(day.choice)}
          </span>
        </span>
        <span className="row wish-tags">
          <span className="quiet">{words.strength(day.choice)}</span>
          {day.source === "recurring" && <Tag data-size="sm">{t("web.wish.recurring")}</Tag>}
          {day.state === "waiting" && (
            <Tag data-size="sm" data-color="warning">
              {words.state(day)}
            </Tag>
          )}
          {day.state === "refused" && (
            <Tag data-size="sm" data-color="danger">
              {words.state(day)}
            </Tag>
          )}
        </span>
        {day.choice.reason && <span className="quiet">{day.choice.reason}</span>}
        {day.refusal && (
          <span className="refusal">
            {day.refusal.message || t("web.error.unknown")} {day.refusal.hint}
          </span>
        )}
      </div>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t("web.wish.edit_of", { date })}
        onClick={() => edit(day.date)}
      >
        {t("web.wish.edit")}
      </Button>
    </li>
  );
}
