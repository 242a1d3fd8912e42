import { BreachList } from "../office/BreachList";
import { GapTable } from "../office/GapTable";
import { HoursTable } from "../office/HoursTable";
import { PeriodFacts } from "../office/PeriodFacts";
import { PreviewFigures } from "../office/PreviewFigures";
import { PreviewOf } from "../office/PreviewOf";
import { PublicationList } from "../office/PublicationList";
import { WardFacts } from "../office/WardFacts";
import type { Period } from "../periods/usePeriods";

/** The figures of the draft that is shown: the same that the manager sees. */
export function FiguresPage({ period }: { period: Period }) {
  return (
    <>
      <PreviewOf period={period}>
        {(grid) => (
          <>
            <PreviewFigures grid={grid} />
            <BreachList grid={grid} />
            <GapTable grid={grid} />
            <HoursTable grid={grid} name={period.name} />
          </>
        )}
      </PreviewOf>
      <div className="office-columns">
        <PeriodFacts period={period} />
        <WardFacts unit={period.unit} />
      </div>
      <PublicationList period={period.id} />
    </>
  );
}
