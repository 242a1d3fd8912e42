import type { ComponentType } from "react";
import { Navigate, Route, Routes } from "react-router";
import { type Area, areasOf } from "../session/areas";
import { useMe } from "../session/useMe";
import { speakNotices, speakOffice } from "../texts/language";
import { later } from "./later";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

/** An area of the larger screens: its code and its texts are fetched together. */
const office = (load: () => Promise<{ default: ComponentType }>) =>
  later(async () => (await Promise.all([load(), speakOffice()]))[0]);

const PAGES: Record<Area, ComponentType> = {
  staff: later(() => import("../staff/StaffArea")),
  manager: office(() => import("../manager/ManagerArea")),
  representative: office(() => import("../representative/RepresentativeArea")),
  hr: office(() => import("../hr/HrArea")),
  admin: office(() => import("../admin/AdminArea")),
};

const Notices = later(
  async () => (await Promise.all([import("../notices/NoticesArea"), speakNotices()]))[0],
);

/** The areas that somebody's roles open, each loaded when it is first visited. */
export function AreaRoutes() {
  const areas = areasOf(useMe());
  return (
    <Routes>
      <Route element={<Shell />}>
        {areas[0] && <Route index element={<Navigate to={`/${areas[0]}`} replace />} />}
        {areas.map((area) => {
          const Page = PAGES[area];
          return <Route key={area} path={`${area}/*`} element={<Page />} />;
        })}
        <Route path="notices/*" element={<Notices />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
