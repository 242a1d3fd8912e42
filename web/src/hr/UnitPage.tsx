import { PageTitle } from "../app/PageTitle";
import { NamesPanel } from "../office/NamesPanel";
import { PeriodList } from "../office/PeriodList";
import { WardFacts } from "../office/WardFacts";

/** One unit: what it holds, and its periods. */
export function UnitPage({ unit }: { unit: { id: string; name: string } }) {
  return (
    <div className="page">
      <PageTitle>{unit.name}</PageTitle>
      <WardFacts unit={unit.id} />
      <PeriodList unit={unit.id} base="/hr/unit/periods" />
      <NamesPanel unit={unit.id} as="hr" />
    </div>
  );
}
