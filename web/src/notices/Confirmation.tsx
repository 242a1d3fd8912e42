import { Alert, Button, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { type Contact, useCode, useConfirm } from "./useContact";

/** Whether an address is confirmed, and the code by which it is. */
export function Confirmation({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { address, awaited, channel, confirmed } = contact;
  const again = useCode(channel);
  if (!address) return null;
  return (
    <div className="stack" role="status">
      {confirmed ? (
        <Alert data-color="success" data-size="sm">
          {t("web.notices.ways.confirmed")}
        </Alert>
      ) : (
        <>
          <Alert data-color="warning" data-size="sm">
            {t("web.notices.ways.unconfirmed")}
          </Alert>
          {awaited && <CodeForm key={address} contact={contact} />}
          {again.error && <ProblemAlert error={again.error} />}
          <div>
            <Button
              variant="secondary"
              data-size="sm"
              loading={again.isPending}
              onClick={() => again.mutate()}
            >
              {t(`web.notices.ways.code.${awaited ? "again" : "send"}`)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function CodeForm({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { address, channel } = contact;
  const [code, setCode] = useState("");
  const confirm = useConfirm(channel);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) confirm.mutate(code.trim());
  };
  return (
    <form onSubmit={submit} className="stack-tight" noValidate>
      <Paragraph>{t(`web.notices.ways.code.sent.${channel}`, { address })}</Paragraph>
      <Textfield
        label={t("web.notices.ways.code")}
        className="notice-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {confirm.error && <ProblemAlert error={confirm.error} />}
      <div>
        <Button type="submit" loading={confirm.isPending}>
          {t("web.notices.ways.code.enter")}
        </Button>
      </div>
    </form>
  );
}
