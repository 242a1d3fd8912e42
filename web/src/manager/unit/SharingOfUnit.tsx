import SharingArea from "../../sharing/SharingArea";
import { useManagedUnit } from "../useManagedUnit";

/** Task sharing in the unit that is managed: here its head approves. */
export default function SharingOfUnit() {
  const unit = useManagedUnit();
  return <SharingArea unit={unit} base="/manager/unit/sharing" as="manager" />;
}
