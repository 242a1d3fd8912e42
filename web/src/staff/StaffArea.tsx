import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Route, Routes } from "react-router";
import { later } from "../app/later";
import { NotFoundPage } from "../app/NotFoundPage";
import { OutboxProvider } from "../outbox/OutboxProvider";
import { useMe } from "../session/useMe";
import { useUnit } from "../session/useUnit";
import { LinePage } from "./line/LinePage";
import { OutboxNote } from "./OutboxNote";
import { PreviewPage } from "./preview/PreviewPage";
import { MyReceiptsPage } from "./receipts/MyReceiptsPage";
import { RecurringPage } from "./recurring/RecurringPage";
import { ShiftsPage } from "./shifts/ShiftsPage";
import { WishesPage } from "./wishes/WishesPage";
import "./staff.css";

const SwapsPage = later(() => import("./swaps/SwapsPage"));
const PossiblePage = later(() => import("./swaps/PossiblePage"));
const BurdensPage = later(() => import("./burdens/BurdensPage"));
const CallsPage = later(() => import("./calls/CallsPage"));

const PAGES = ["shifts", "wishes", "preview", "burdens"] as const;

/** What employees do on their phones: see their shifts, wish, and comment on drafts. */
export default function StaffArea() {
  const { t } = useTranslation();
  const unit = useUnit(useMe(), "staff");
  if (!unit) return <NotFoundPage />;
  return (
    <OutboxProvider>
      <nav className="staff-nav" aria-label={t("web.staff.nav")}>
        {PAGES.map((page) => (
          <NavLink key={page} to={`/staff/${page}`}>
            <Symbol page={page} />
            {t(`web.staff.nav.${page}`)}
          </NavLink>
        ))}
      </nav>
      <div className="page staff" key={unit.id}>
        <OutboxNote />
        <Routes>
          <Route index element={<Navigate to="shifts" replace />} />
          <Route path="shifts" element={<ShiftsPage unit={unit.id} />} />
          <Route path="wishes" element={<WishesPage unit={unit.id} />} />
          <Route path="wishes/line" element={<LinePage unit={unit.id} />} />
          <Route path="wishes/recurring" element={<RecurringPage unit={unit.id} />} />
          <Route path="wishes/extra" element={<CallsPage unit={unit.id} />} />
          <Route path="preview" element={<PreviewPage unit={unit.id} />} />
          <Route path="swaps" element={<SwapsPage unit={unit.id} />} />
          <Route path="swaps/:date" element={<PossiblePage unit={unit.id} />} />
          <Route path="burdens" element={<BurdensPage unit={unit.id} />} />
          <Route path="preview/:period/receipts" element={<MyReceiptsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </div>
    </OutboxProvider>
  );
}

const PATHS: Record<(typeof PAGES)[number], string> = {
  shifts: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  wishes: "M12 20s-7-4.6-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.4-7 10-7 10z",
  burdens: "M12 4v16M8 20h8M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
  preview: "M6 3h9l4 4v14H6zM9 12h7M9 16h7M14 3v5h5",
};

function Symbol({ page }: { page: (typeof PAGES)[number] }) {
  return (
    <svg viewBox="0 0 24 24" className="staff-symbol" aria-hidden="true">
      <path d={PATHS[page]} />
    </svg>
  );
}
