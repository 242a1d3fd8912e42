import { Paragraph } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Period } from "../periods/usePeriods";
import { Asked } from "./Asked";
import type { Grid } from "./figures";
import { usePreviewGrid } from "./questions";

interface Props {
  period: Period;
  children: (grid: Grid) => ReactNode;
}

/** What is built on the draft that is shown; before one is, that is said. */
export function PreviewOf({ period, children }: Props) {
  const { t } = useTranslation();
  const shown = period.stage === "preview" || period.stage === "published";
  if (!shown) {
    return (
      <Paragraph className="panel">
        {t(`web.office.preview.none.${period.stage}`)}
      </Paragraph>
    );
  }
  return <ShownPreview period={period.id}>{children}</ShownPreview>;
}

function ShownPreview({ period, children }: { period: string; children: Props["children"] }) {
  const grid = usePreviewGrid(period);
  return <Asked query={grid}>{children}</Asked>;
}
