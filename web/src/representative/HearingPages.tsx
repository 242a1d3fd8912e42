import { useTranslation } from "react-i18next";
import { Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { PreviewOf } from "../office/PreviewOf";
import { RulesInForce } from "../office/RulesInForce";
import type { Period } from "../periods/usePeriods";
import { AllComments } from "./AllComments";
import { BurdensPage } from "../office/BurdensPage";
import { FiguresPage } from "../office/FiguresPage";
import { SigningPage } from "./SigningPage";

const RosterSheet = later(() => import("../office/RosterSheet"));

/** A period's pages for those who speak for the staff. */
export function HearingPages({ period, unit }: { period: Period; unit: string }) {
  const { t } = useTranslation();
  return (
    <Routes>
      <Route index element={<FiguresPage period={period} />} />
      <Route
        path="roster"
        element={
          <PreviewOf period={period}>
            {(grid) => (
              <>
                <p className="quiet">{t("web.representative.roster.how")}</p>
                <RosterSheet grid={grid} name={period.name} />
              </>
            )}
          </PreviewOf>
        }
      />
      <Route path="burdens" element={<BurdensPage period={period} />} />
      <Route path="rules" element={<RulesInForce unit={unit} start={period.start} />} />
      <Route path="comments" element={<AllComments period={period} />} />
      <Route path="protocol" element={<SigningPage period={period} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
