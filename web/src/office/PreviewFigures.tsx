import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../texts/useFormats";
import { figuresOf, type Grid } from "./figures";
import { useNumbers } from "./useNumbers";

/** What a roster comes to: hours, coverage and breaches, and what the figures rest on. */
export function PreviewFigures({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const { number } = useNumbers();
  const formats = useFormats();
  const figures = figuresOf(grid);
  const { under, short, fine, over } = figures.coverage;
  const asked = under + short + fine + over;
  const facts: [string, string][] = [
    ["hours", t("web.office.of", { value: formats.hours(figures.planned), whole: formats.hours(figures.contract) })],
    ["people", number(figures.people)],
    ["posts", number(figures.posts)],
    ["duties", number(figures.duties)],
    ["under", t("web.office.of", { value: number(under), whole: number(asked) })],
    ["short", t("web.office.of", { value: number(short), whole: number(asked) })],
    ["over", t("web.office.of", { value: number(over), whole: number(asked) })],
    ["hard", number(figures.hard)],
    ["priced", number(figures.priced)],
    ["points", number(figures.points)],
  ];
  return (
    <section className="panel" aria-labelledby="preview-figures">
      <Heading level={2} data-size="2xs" id="preview-figures">
        {t("web.office.figures", { name: grid.draft.name, number: grid.draft.number })}
      </Heading>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`web.office.figure.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Paragraph data-size="sm" className="quiet">
        {t("web.office.figures.basis")}
      </Paragraph>
    </section>
  );
}
