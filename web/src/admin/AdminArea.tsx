import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { NotFoundPage } from "../app/NotFoundPage";
import { AreaTabs } from "../office/AreaTabs";
import { AccountPage } from "./accounts/AccountPage";
import { AccountsPage } from "./accounts/AccountsPage";
import { NewAccountPage } from "./accounts/NewAccountPage";
import { ErasePage } from "./erasing/ErasePage";
import { LogPage } from "./log/LogPage";
import { SendingPage } from "./sending/SendingPage";
import { UnitsPage } from "./units/UnitsPage";
import "../appearance/more-components.css";
import "../office/office.css";
import "./admin.css";

const PAGES = [
  ["/admin/accounts", "web.admin.page.accounts"],
  ["/admin/units", "web.admin.page.units"],
  ["/admin/log", "web.admin.page.log"],
  ["/admin/notices", "web.admin.page.notices"],
  ["/admin/erasing", "web.admin.page.erasing"],
] as const;

/** What administrators do: accounts and roles, units, the log, and erasing a person. */
export default function AdminArea() {
  const { t } = useTranslation();
  return (
    <>
      <AreaTabs label={t("web.admin.nav")} pages={[...PAGES]} />
      <Routes>
        <Route index element={<Navigate to="accounts" replace />} />
        <Route path="accounts" element={<AccountsPage />} />
        <Route path="accounts/new" element={<NewAccountPage />} />
        <Route path="accounts/:account" element={<AccountPage />} />
        <Route path="units" element={<UnitsPage />} />
        <Route path="log" element={<LogPage />} />
        <Route path="notices" element={<SendingPage />} />
        <Route path="erasing" element={<ErasePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </>
  );
}
