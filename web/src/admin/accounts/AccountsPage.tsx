import { Button, Paragraph, Tag, Textfield } from "@digdir/designsystemet-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Schemas, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { adminKeys } from "../keys";
import { useRoleWords } from "./useRoleWords";

type Account = Schemas["AccountShape"];

/** All accounts by login, found by a part of login or name. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  return (
    <div className="page">
      <div className="office-head">
        <PageTitle>{t("web.admin.accounts")}</PageTitle>
        <Button asChild>
          <Link to="/admin/accounts/new">{t("web.admin.accounts.new")}</Link>
        </Button>
      </div>
      <Textfield
        type="search"
        label={t("web.admin.accounts.search")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <Found search={useDeferredValue(sought.trim())} />
    </div>
  );
}

function Found({ search }: { search: string }) {
  const { t } = useTranslation();
  const accounts = useInfiniteQuery({
    queryKey: adminKeys.search(search),
    queryFn: ({ pageParam: after }) =>
      told(api.GET("/api/accounts", { params: { query: { limit: 50, after, search } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: (before) => before,
  });
  const found = accounts.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {accounts.error && (
        <ProblemAlert error={accounts.error} retry={() => void accounts.refetch()} />
      )}
      {!found && !accounts.error && <Waiting />}
      {found?.length === 0 && <Paragraph>{t("web.admin.accounts.none")}</Paragraph>}
      {found && found.length > 0 && (
        <ul className="plain-list panel">
          {found.map((account) => (
            <AccountItem key={account.id} account={account} />
          ))}
        </ul>
      )}
      {accounts.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            loading={accounts.isFetchingNextPage}
            onClick={() => void accounts.fetchNextPage()}
          >
            {t("web.office.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function AccountItem({ account }: { account: Account }) {
  const { t } = useTranslation();
  const words = useRoleWords();
  return (
    <li className="office-item">
      <div className="office-head">
        <span className="row">
          <Link to={`/admin/accounts/${account.id}`} className="office-link">
            {account.name}
          </Link>
          <span className="quiet">{account.login}</span>
        </span>
        <span className="row">
          {!account.active && <Tag data-color="danger">{t("web.admin.account.closed")}</Tag>}
          {!account.local && <Tag data-color="neutral">{t("web.admin.account.no_password")}</Tag>}
        </span>
      </div>
      <span>
        {account.grants.length === 0
          ? t("web.admin.account.no_roles")
          : account.grants.map(words).join(" · ")}
      </span>
    </li>
  );
}
