import { PeriodsPage } from "../periods/PeriodsPage";
import "../appearance/more-components.css";

/** Where the area begins: the periods of the unit. */
export default function RepresentativeArea() {
  return <PeriodsPage area="representative" />;
}
