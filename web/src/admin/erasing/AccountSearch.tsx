import { Button, Textfield } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { Asked } from "../../office/Asked";
import { adminKeys } from "../keys";

interface Props {
  chosen: string;
  choose: (account: string) => void;
}

const MOST = 8;

/** Find the account of whom is to be erased. */
export function AccountSearch({ chosen, choose }: Props) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const search = useDeferredValue(sought.trim());
  const found = useQuery({
    queryKey: [...adminKeys.search(search), "few"],
    enabled: search.length > 1,
    queryFn: () => told(api.GET("/api/accounts", { params: { query: { limit: MOST, search } } })),
  });
  if (chosen) {
    return (
      <div>
        <Button variant="secondary" data-size="sm" onClick={() => choose("")}>
          {t("web.admin.erasing.another")}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack-tight">
      <Textfield
        type="search"
        label={t("web.admin.accounts.search")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {search.length > 1 && (
        <Asked
          query={found}
          none={t("web.admin.accounts.none")}
          empty={(data) => data.items.length === 0}
        >
          {(data) => (
            <ul className="plain-list stack-tight">
              {data.items.map((account) => (
                <li key={account.id}>
                  <Button variant="secondary" onClick={() => choose(account.id)}>
                    {t("web.admin.erasing.choose", { name: account.name, login: account.login })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Asked>
      )}
    </div>
  );
}
