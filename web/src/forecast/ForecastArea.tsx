import { useTranslation } from "react-i18next";
import { Link, Route, Routes } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { CardPage } from "./CardPage";
import { ForecastPage } from "./ForecastPage";

interface Props {
  unit: { id: string; name: string };
  /** The page from which one came. */
  base: string;
  manages: boolean;
}

/** One unit's forecast and its model card, for HR and representatives. */
export default function ForecastArea({ unit, base, manages }: Props) {
  const { t } = useTranslation();
  const here = `${base}/forecast`;
  return (
    <div className="page">
      <Link to={base} className="office-link">{t("web.forecast.unit", { unit: unit.name })}</Link>
      <Routes>
        <Route index element={<ForecastPage unit={unit} card={`${here}/card`} manages={manages} />} />
        <Route path="card" element={<CardPage unit={unit.id} back={here} />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </div>
  );
}
