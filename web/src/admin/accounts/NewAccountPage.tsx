import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api, type Schemas, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { newId } from "../../outbox/new-id";
import { adminKeys } from "../keys";
import { GrantFields } from "./GrantFields";
import { faultsOf, grantsOf } from "./grants";
import { NewAccountFields, type NewAccountDraft } from "./NewAccountFields";
import { LEAST } from "./start-password";

type Account = Schemas["AccountShape"];
const EMPTY: NewAccountDraft = {
  ...{ login: "", name: "", language: "nb", way: "password", password: "", subject: "", grants: [] },
};

function complete(draft: NewAccountDraft): boolean {
  const way = draft.way === "password" ? draft.password.length >= LEAST : !!draft.subject.trim();
  const named = draft.login.trim().length >= 2 && !!draft.name.trim();
  return named && way && faultsOf(draft.grants).every((fault) => !fault);
}

function bodyOf(draft: NewAccountDraft): Schemas["NewAccount"] {
  const { login, name, language, way, password, subject, grants } = draft;
  return {
    ...{ login, name, language, grants: grantsOf(grants) },
    password: way === "password" ? password : null,
    subject: way === "provider" ? subject.trim() : null,
  };
}

/** Make an account with its roles; sent again after a lost answer it is made once. */
export function NewAccountPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const key = useRef(newId());
  const create = useMutation({
    mutationFn: () =>
      told(
        api.POST("/api/accounts", {
          params: { header: { "Idempotency-Key": key.current } },
          body: bodyOf(draft),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: adminKeys.accounts }),
  });
  const change = (to: NewAccountDraft) => {
    // other content is another account
    key.current = newId();
    setDraft(to);
  };
  const again = () => {
    change(EMPTY);
    setTried(false);
    create.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete(draft)) create.mutate();
  };
  return (
    <div className="page">
      <Link to="/admin/accounts" className="office-link">
        {t("web.admin.accounts.back")}
      </Link>
      <PageTitle>{t("web.admin.accounts.new")}</PageTitle>
      {create.data ? (
        <Made account={create.data} password={draft.way === "password" ? draft.password : ""} again={again} />
      ) : (
        <form onSubmit={submit} className="office-form" noValidate>
          <NewAccountFields draft={draft} change={change} tried={tried} />
          <GrantFields
            drafts={draft.grants}
            change={(grants) => change({ ...draft, grants })}
            tried={tried}
          />
          {create.error && <ProblemAlert error={create.error} />}
          {tried && !complete(draft) && (
            <Alert data-color="warning" role="alert">
              <Paragraph>{t("web.admin.incomplete")}</Paragraph>
            </Alert>
          )}
          <div>
            <Button type="submit" loading={create.isPending}>
              {t("web.admin.accounts.create")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

interface MadeProps {
  account: Account;
  password: string;
  again: () => void;
}

function Made({ account, password, again }: MadeProps) {
  const { t } = useTranslation();
  return (
    <section className="panel" role="status">
      <Heading level={2} data-size="2xs">
        {t("web.admin.made", { name: account.name })}
      </Heading>
      <p>{t("web.admin.made.login", { login: account.login })}</p>
      {password && (
        <>
          <p>
            {t("web.admin.made.password")} <strong className="office-code">{password}</strong>
          </p>
          <p className="quiet">{t("web.admin.made.once")}</p>
        </>
      )}
      <div className="row">
        <Button onClick={again}>{t("web.admin.made.another")}</Button>
        <Link to={`/admin/accounts/${account.id}`} className="office-link">
          {t("web.admin.made.open")}
        </Link>
      </div>
    </section>
  );
}
