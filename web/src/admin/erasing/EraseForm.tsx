import { Alert, Button, Checkbox, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { adminKeys } from "../keys";

interface Props {
  whom: Schemas["Erasure"];
  name: string;
  about: string;
  done: () => void;
}

const GOES = ["wishes", "comments", "links", "notices", "questions", "burdens", "delegations", "offers", "swaps", "payloads"] as const;
const STAYS = ["rosters", "ward", "chain"] as const;

/** Whether somebody has written a name as it stands, but for capitals and spaces around it. */
export function sameName(written: string, name: string): boolean {
  return written.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
}

/** Says what goes and what stays, and asks for the name before anything is erased. */
export function EraseForm({ whom, name, about, done }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [written, setWritten] = useState("");
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const erase = useMutation({
    mutationFn: () => told(api.POST("/api/erasures", { body: whom })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...adminKeys.accounts, "search"] }),
  });
  if (erase.data) return <Erased name={name} erased={erase.data} done={done} />;
  const right = sure && sameName(written, name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) erase.mutate();
  };
  const goes = whom.account ? (["account", ...GOES] as const) : GOES;
  return (
    <form onSubmit={submit} className="office-form panel" noValidate>
      <div>
        <Heading level={2} data-size="xs">
          {t("web.admin.erasing.title", { name })}
        </Heading>
        <span className="quiet">{about}</span>
      </div>
      <Consequence title={t("web.admin.erasing.goes")} keys={goes.map((one) => `web.admin.erasing.goes.${one}`)} />
      <Consequence title={t("web.admin.erasing.stays")} keys={STAYS.map((one) => `web.admin.erasing.stays.${one}`)} />
      <Alert data-color="danger">
        <Paragraph>{t("web.admin.erasing.final")}</Paragraph>
      </Alert>
      <Textfield
        label={t("web.admin.erasing.write", { name })}
        autoComplete="off"
        spellCheck={false}
        value={written}
        error={tried && !sameName(written, name) ? t("web.admin.erasing.write.wrong") : undefined}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Checkbox
        label={t("web.admin.erasing.sure")}
        checked={sure}
        error={tried && !sure ? t("web.admin.erasing.sure.needed") : undefined}
        onChange={(event) => setSure(event.target.checked)}
      />
      {erase.error && <ProblemAlert error={erase.error} />}
      <div className="row">
        <Button type="submit" data-color="danger" loading={erase.isPending}>
          {t("web.admin.erasing.erase")}
        </Button>
        <Button type="button" variant="secondary" onClick={done}>
          {t("web.admin.erasing.leave")}
        </Button>
      </div>
    </form>
  );
}

function Consequence({ title, keys }: { title: string; keys: string[] }) {
  const { t } = useTranslation();
  return (
    <div>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <ul>
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </div>
  );
}

interface ErasedProps {
  name: string;
  erased: Schemas["Erased"];
  done: () => void;
}

function Erased({ name, erased, done }: ErasedProps) {
  const { t } = useTranslation();
  return (
    <Alert data-color="success" role="status">
      <Heading level={2} data-size="2xs">
        {t("web.admin.erased", { name })}
      </Heading>
      <ul>
        {erased.account && <li>{t("web.admin.erased.account")}</li>}
        {GOES.map((kind) => (
          <li key={kind}>{t(`web.admin.erased.${kind}`, { count: erased[kind] })}</li>
        ))}
      </ul>
      <Button variant="secondary" data-size="sm" onClick={done}>
        {t("web.admin.erased.done")}
      </Button>
    </Alert>
  );
}
