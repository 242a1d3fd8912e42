import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { answered, api } from "../../api/client";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { useMe } from "../../session/useMe";
import { adminKeys } from "../keys";
import { AccountForm } from "./AccountForm";

/** An account with the tag of its state. */
export function useAccount(id: string) {
  return useQuery({
    queryKey: adminKeys.account(id),
    enabled: !!id,
    queryFn: async () => {
      const params = { path: { account_id: id } };
      const [account, response] = await answered(api.GET("/api/accounts/{account_id}", { params }));
      return { account, tag: response.headers.get("ETag") ?? "" };
    },
  });
}

/** One account: its state, its roles, a new password, and the way to erasing the person. */
export function AccountPage() {
  const { t } = useTranslation();
  const { account: id = "" } = useParams();
  const me = useMe();
  const query = useAccount(id);
  return (
    <div className="page">
      <Link to="/admin/accounts" className="office-link">
        {t("web.admin.accounts.back")}
      </Link>
      <Asked query={query}>
        {(seen) => (
          <>
            <div>
              <PageTitle>{seen.account.name}</PageTitle>
              <span className="quiet">{seen.account.login}</span>
            </div>
            <AccountForm key={id} seen={seen} renew={() => query.refetch()} />
            <div className="row">
              <Link to={`/admin/log?actor=${id}`} className="office-link">
                {t("web.admin.account.log")}
              </Link>
              {id !== me.account && (
                <Link to={`/admin/erasing?account=${id}`} className="office-link">
                  {t("web.admin.account.erase")}
                </Link>
              )}
            </div>
          </>
        )}
      </Asked>
    </div>
  );
}
