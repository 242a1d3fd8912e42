import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Period } from "../../../periods/usePeriods";
import { useWishWords } from "../../../staff/wishes/wish-words";
import { useFormats } from "../../../texts/useFormats";
import { useReturnedFocus } from "../../form/EditDialog";
import type { Row } from "./overview";

interface Props {
  row: Row;
  period: Period;
  close: () => void;
}

/** All wishes of one person with their reasons, which nobody else sees. */
export function PersonWishesDialog({ row, period, close }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  useReturnedFocus();
  const wishes = [...row.wishes.values()].sort((a, b) => a.date.localeCompare(b.date));
  const counted = wishes.filter((wish) => wish.source === "wish").length;
  return (
    <Dialog open closeButton={false} className="edit-dialog" onClose={close}>
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t("web.manager.wishes.of", { name: row.name })}
        </Heading>
        <Paragraph>
          {t("web.manager.wishes.counted", {
            count: counted,
            most: period.most_wishes,
            strong: row.strong,
            most_strong: period.most_strong,
          })}
        </Paragraph>
        {wishes.length === 0 && <Paragraph>{t("web.manager.wishes.none")}</Paragraph>}
        <ul className="plain-list entries">
          {wishes.map((wish) => (
            <li key={wish.date} className="entry">
              <div className="entry-facts">
                <strong>{formats.dayLong(wish.date)}</strong>
                <span>
                  {[
                    words.words(wish),
                    words.strength(wish),
                    wish.source !== "wish" && t(`web.manager.wishes.source.${wish.source}`),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {wish.reason && <span>{t("web.manager.wishes.reason", { reason: wish.reason })}</span>}
              </div>
            </li>
          ))}
        </ul>
        <div>
          <Button variant="secondary" onClick={close}>
            {t("web.close")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
