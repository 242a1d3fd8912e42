import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { Waiting } from "../app/Waiting";
import { FiguresPage } from "../office/FiguresPage";
import { PreviewOf } from "../office/PreviewOf";
import { ProtocolView } from "../office/ProtocolView";
import { RulesInForce } from "../office/RulesInForce";
import type { Period } from "../periods/usePeriods";
import { DraftsPage } from "./drafts/DraftsPage";

const RosterSheet = lazy(() => import("../office/RosterSheet"));

/** A period's pages for HR. */
export function HrPeriodPages({ period }: { period: Period }) {
  return (
    <Routes>
      <Route index element={<FiguresPage period={period} />} />
      <Route
        path="roster"
        element={
          <PreviewOf period={period}>
            {(grid) => (
              <Suspense fallback={<Waiting />}>
                <RosterSheet grid={grid} name={period.name} />
              </Suspense>
            )}
          </PreviewOf>
        }
      />
      <Route path="drafts" element={<DraftsPage period={period} />} />
      <Route path="rules" element={<RulesInForce unit={period.unit} start={period.start} />} />
      <Route path="protocol" element={<ProtocolView period={period.id} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
