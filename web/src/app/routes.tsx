import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";
import { type Area, areasOf } from "../session/areas";
import { useMe } from "../session/useMe";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

const PAGES: Record<Area, ReturnType<typeof lazy>> = {
  staff: lazy(() => import("../staff/StaffArea")),
  manager: lazy(() => import("../manager/ManagerArea")),
  representative: lazy(() => import("../representative/RepresentativeArea")),
  hr: lazy(() => import("../hr/HrArea")),
  admin: lazy(() => import("../admin/AdminArea")),
};

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
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
