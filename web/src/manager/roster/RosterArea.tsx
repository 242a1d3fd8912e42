import { Route, Routes, useParams } from "react-router";
import { later } from "../../app/later";
import { NotFoundPage } from "../../app/NotFoundPage";
import { DraftBurdensPage, PeriodBurdensPage } from "../burdens/BurdensPage";
import { CardPage } from "./card/CardPage";
import { DifferencePage } from "./card/DifferencePage";
import { DraftsPage } from "./drafts/DraftsPage";
import { HearingPage } from "./hearing/HearingPage";
import { PublishPage } from "./publish/PublishPage";
import { ChoicePage } from "./questions/choice/ChoicePage";
import { QuestionPage } from "./questions/QuestionPage";
import { StressPage } from "./questions/stress/StressPage";
import { ReceiptsPage } from "./receipts/ReceiptsPage";
import { JobPage } from "./search/JobPage";
import { SearchPage } from "./search/SearchPage";
import { WhyPage } from "./why/WhyPage";
import "../../office/office.css";
import "./roster.css";

const RepairPage = later(() => import("../repair/RepairPage"));
const OpenShiftsPage = later(() => import("../repair/OpenShiftsPage"));
const GridPage = later(() => import("./grid/GridPage"));

/** A period's rosters: drafts, searches, the grid, cards, the discussion, the publication. */
export default function RosterArea() {
  const { period = "" } = useParams();
  return (
    <Routes>
      <Route path="drafts" element={<DraftsPage period={period} />} />
      <Route path="drafts/search" element={<SearchPage period={period} />} />
      <Route path="drafts/search/:job" element={<JobPage period={period} />} />
      <Route path="drafts/choice" element={<ChoicePage period={period} />} />
      <Route path="drafts/:draft" element={<GridPage period={period} />} />
      <Route path="drafts/:draft/card" element={<CardPage period={period} />} />
      <Route path="drafts/:draft/against/:other" element={<DifferencePage period={period} />} />
      <Route path="drafts/:draft/stress" element={<StressPage period={period} />} />
      <Route path="stress" element={<StressPage period={period} />} />
      <Route path="drafts/:draft/burdens" element={<DraftBurdensPage period={period} />} />
      <Route path="burdens" element={<PeriodBurdensPage period={period} />} />
      <Route path="drafts/questions/:job" element={<QuestionPage period={period} />} />
      <Route path="drafts/:draft/receipts" element={<ReceiptsPage period={period} />} />
      <Route path="why" element={<WhyPage period={period} />} />
      <Route path="hearing" element={<HearingPage period={period} />} />
      <Route path="publish" element={<PublishPage period={period} />} />
      <Route path="repair" element={<RepairPage period={period} />} />
      <Route path="open" element={<OpenShiftsPage period={period} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
