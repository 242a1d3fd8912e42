import { PageTitle } from "../../app/PageTitle";
import { useManagedUnit } from "../useManagedUnit";

/** The unit's staff, shifts, demand and rules. */
export default function UnitArea() {
  const unit = useManagedUnit();
  return (
    <div className="page">
      <PageTitle>{unit.name}</PageTitle>
    </div>
  );
}
