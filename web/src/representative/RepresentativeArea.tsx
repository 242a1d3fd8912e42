import { useTranslation } from "react-i18next";
import { Link, Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { PageTitle } from "../app/PageTitle";
import { NamesPanel } from "../office/NamesPanel";
import { PeriodFrame } from "../office/PeriodFrame";
import { PeriodList } from "../office/PeriodList";
import { useMe } from "../session/useMe";
import { useUnit } from "../session/useUnit";
import { HearingPages } from "./HearingPages";
import "../appearance/more-components.css";
import "../office/office.css";

const ForecastArea = later(() => import("../forecast/ForecastArea"));
const BASE = "/representative";
const PAGES = [
  ["", "web.representative.page.figures"],
  ["roster", "web.representative.page.roster"],
  ["burdens", "web.office.burdens.page"],
  ["rules", "web.representative.page.rules"],
  ["comments", "web.representative.page.comments"],
  ["protocol", "web.representative.page.protocol"],
] as const;

/** What the unit's representatives do: see the figures, comment, and sign the protocol. */
export default function RepresentativeArea() {
  const unit = useUnit(useMe(), "representative");
  if (!unit) return <NotFoundPage />;
  return (
    <Routes key={unit.id}>
      <Route index element={<Periods unit={unit.id} />} />
      <Route path="forecast/*" element={<ForecastArea unit={unit} base={BASE} manages={false} />} />
      <Route
        path="periods/:period/*"
        element={
          <PeriodFrame unit={unit.id} base={BASE} pages={[...PAGES]}>
            {(period) => <HearingPages period={period} unit={unit.id} />}
          </PeriodFrame>
        }
      />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function Periods({ unit }: { unit: string }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("web.periods.title")}</PageTitle>
      <p>{t("web.representative.how")}</p>
      <Link to={`${BASE}/forecast`} className="office-link">{t("web.forecast.title")}</Link>
      <PeriodList unit={unit} base={`${BASE}/periods`} />
      <NamesPanel unit={unit} as="representative" />
    </div>
  );
}
