import { Route, Routes } from "react-router";
import { NotFoundPage } from "../../app/NotFoundPage";
import { CardPage } from "../../forecast/CardPage";
import { ForecastPage } from "../../forecast/ForecastPage";
import { useManagedUnit } from "../useManagedUnit";
import "../../office/office.css";

const BASE = "/manager/unit/forecast";

/** The unit's forecast of absence, and its model card. */
export default function ForecastArea() {
  const unit = useManagedUnit();
  return (
    <Routes>
      <Route index element={<ForecastPage unit={unit} card={`${BASE}/card`} manages reserve="/manager/periods" />} />
      <Route path="card" element={<CardPage unit={unit.id} back={BASE} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
