import { Route, Routes } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { NoticesPage } from "./NoticesPage";
import { WaysPage } from "./WaysPage";
import "./notices.css";

/** What one is told, and where else one wants to be told. */
export default function NoticesArea() {
  return (
    <Routes>
      <Route index element={<NoticesPage />} />
      <Route path="ways" element={<WaysPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
