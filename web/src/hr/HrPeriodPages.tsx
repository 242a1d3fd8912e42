import { Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { BurdensPage } from "../office/BurdensPage";
import { FiguresPage } from "../office/FiguresPage";
import { PreviewOf } from "../office/PreviewOf";
import { ProtocolView } from "../office/ProtocolView";
import { RulesInForce } from "../office/RulesInForce";
import type { Period } from "../periods/usePeriods";
import { DraftsPage } from "./drafts/DraftsPage";

const RosterSheet = later(() => import("../office/RosterSheet"));

/** A period's pages for HR. */
export function HrPeriodPages({ period }: { period: Period }) {
  return (
    <Routes>
      <Route index element={<FiguresPage period={period} />} />
      <Route
        path="roster"
        element={
          <PreviewOf period={period}>
            {(grid) => <RosterSheet grid={grid} name={period.name} />}
          </PreviewOf>
        }
      />
      <Route path="drafts" element={<DraftsPage period={period} />} />
      <Route path="burdens" element={<BurdensPage period={period} />} />
      <Route path="rules" element={<RulesInForce unit={period.unit} start={period.start} />} />
      <Route path="protocol" element={<ProtocolView period={period.id} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
