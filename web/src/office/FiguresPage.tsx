import { BreachList } from "./BreachList";
import { GapTable } from "./GapTable";
import { HoursTable } from "./HoursTable";
import { PeriodFacts } from "./PeriodFacts";
import { PreviewFigures } from "./PreviewFigures";
import { PreviewOf } from "./PreviewOf";
import { PublicationList } from "./PublicationList";
import { WardFacts } from "./WardFacts";
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
