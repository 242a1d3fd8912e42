import { Alert, Button, Checkbox, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api, type Schemas } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { Refusal } from "../../api/problem";
import { adminKeys } from "../keys";
import { GrantFields } from "./GrantFields";
import { draftsOf, faultsOf, grantsOf } from "./grants";
import { LanguageField } from "./LanguageField";
import { PasswordField } from "./PasswordField";
import { LEAST } from "./start-password";

interface Seen {
  account: Schemas["AccountShape"];
  tag: string;
}

interface Props {
  seen: Seen;
  renew: () => Promise<{ data?: Seen }>;
}

function draftOf(account: Seen["account"]) {
  const { name, language, active, grants } = account;
  return { name, language, active, grants: draftsOf(grants), anew: false, password: "" };
}

/** Change an account; what somebody else has changed meanwhile is never written over unseen. */
export function AccountForm({ seen, renew }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(seen.account));
  const [tag, setTag] = useState(seen.tag);
  const [tried, setTried] = useState(false);
  const { id } = seen.account;
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.PUT("/api/accounts/{account_id}", {
          params: { path: { account_id: id }, header: { "If-Match": tag } },
          body: {
            ...{ name: draft.name, language: draft.language, active: draft.active },
            grants: grantsOf(draft.grants),
            password: draft.anew ? draft.password : null,
          },
        }),
      ),
    onSuccess: ([account, response]) => {
      const told = { account, tag: response.headers.get("ETag") ?? "" };
      setTag(told.tag);
      setDraft({ ...draftOf(account), anew: false, password: "" });
      setTried(false);
      client.setQueryData(adminKeys.account(id), told);
      return client.invalidateQueries({ queryKey: [...adminKeys.accounts, "search"] });
    },
  });
  const stale = save.error instanceof Refusal && save.error.problem.code === "etag.stale";
  const theirs = async (keep: boolean) => {
    const { data } = await renew();
    if (!data) return;
    setTag(data.tag);
    if (!keep) setDraft(draftOf(data.account));
    save.reset();
  };
  const right =
    !!draft.name.trim() &&
    faultsOf(draft.grants).every((fault) => !fault) &&
    (!draft.anew || draft.password.length >= LEAST);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) save.mutate();
  };
  const change = (part: Partial<typeof draft>) => {
    if (save.isSuccess) save.reset();
    setDraft({ ...draft, ...part });
  };
  return (
    <form onSubmit={submit} className="office-form panel" noValidate>
      <Textfield
        label={t("web.admin.account.name")}
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        error={tried && !draft.name.trim() ? t("web.admin.needed") : undefined}
        onChange={(event) => change({ name: event.target.value })}
      />
      <LanguageField value={draft.language} change={(language) => change({ language })} />
      <Checkbox
        label={t("web.admin.account.active")}
        description={t("web.admin.account.active.how")}
        checked={draft.active}
        onChange={(event) => change({ active: event.target.checked })}
      />
      <GrantFields drafts={draft.grants} change={(grants) => change({ grants })} tried={tried} />
      <Checkbox
        label={t(seen.account.local ? "web.admin.password.anew" : "web.admin.password.first")}
        description={t("web.admin.password.anew.how")}
        checked={draft.anew}
        onChange={(event) => change({ anew: event.target.checked })}
      />
      {draft.anew && (
        <PasswordField
          label={t("web.admin.password")}
          value={draft.password}
          tried={tried}
          change={(password) => change({ password })}
        />
      )}
      {save.error && !stale && <ProblemAlert error={save.error} />}
      {stale && <Stale choose={(keep) => void theirs(keep)} />}
      {tried && !right && (
        <Alert data-color="warning" role="alert">
          <Paragraph>{t("web.admin.incomplete")}</Paragraph>
        </Alert>
      )}
      <div className="row">
        <Button type="submit" loading={save.isPending} disabled={stale}>
          {t("web.admin.save")}
        </Button>
        <span role="status">{save.isSuccess && t("web.admin.saved")}</span>
      </div>
    </form>
  );
}

/** Somebody else was first: take over what they wrote, or go on with one's own. */
function Stale({ choose }: { choose: (keep: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="warning" role="alert">
      <Paragraph>{t("web.admin.stale")}</Paragraph>
      <div className="row">
        <Button type="button" variant="secondary" data-size="sm" onClick={() => choose(false)}>
          {t("web.admin.stale.theirs")}
        </Button>
        <Button type="button" variant="secondary" data-size="sm" onClick={() => choose(true)}>
          {t("web.admin.stale.mine")}
        </Button>
      </div>
    </Alert>
  );
}
