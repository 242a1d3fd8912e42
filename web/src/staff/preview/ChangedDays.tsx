import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import { changed, compared, type PreviewDay } from "./changes";

/** The days that are others than in the draft shown before. */
export function ChangedDays({ days }: { days: PreviewDay[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!compared(days)) return null;
  const others = days.filter(changed);
  const duty = (shifts: string[]) => shifts.join(" + ") || t("web.preview.free");
  return (
    <section className="panel" aria-labelledby="preview-changes">
      <Heading level={2} data-size="2xs" id="preview-changes">
        {t("web.preview.changes")}
      </Heading>
      {others.length === 0 && <Paragraph>{t("web.preview.unchanged")}</Paragraph>}
      <ul className="plain-list stack-tight">
        {others.map((day) => (
          <li key={day.date}>
            {t("web.preview.change", {
              date: formats.day(day.date),
              before: duty(day.before ?? []),
              after: duty(day.shifts),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
