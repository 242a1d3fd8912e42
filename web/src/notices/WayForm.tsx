import { Button, Fieldset, Heading, Paragraph, Radio, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";
import { Confirmation } from "./Confirmation";
import { type Contact, useChange } from "./useContact";

const CHOICES = ["all", "asks", "none"] as const;

/** One way to be told: the address, and what is sent there. */
export function WayForm({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const id = useId();
  const { channel, on } = contact;
  return (
    <section className="panel" aria-labelledby={id}>
      <Heading level={2} data-size="2xs" id={id}>
        {t(`web.notices.ways.${channel}`)}
      </Heading>
      {on ? <Fields contact={contact} /> : <Off contact={contact} />}
      {on && <Confirmation contact={contact} />}
    </section>
  );
}

/** The service cannot send through it; what it still knows can be taken back. */
function Off({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { address, choice, channel } = contact;
  const remove = useChange(channel, () => undefined);
  return (
    <>
      <Paragraph>{t(`web.notices.ways.off.${channel}`)}</Paragraph>
      {remove.error && <ProblemAlert error={remove.error} />}
      {address && (
        <div className="row">
          <span>{t("web.notices.ways.kept", { address })}</span>
          <Button
            variant="secondary"
            data-size="sm"
            loading={remove.isPending}
            onClick={() => remove.mutate({ address: "", choice })}
          >
            {t("web.notices.ways.remove")}
          </Button>
        </div>
      )}
      <span role="status">{remove.data && t("web.notices.ways.removed")}</span>
    </>
  );
}

function Fields({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const id = useId();
  const { channel } = contact;
  const [address, setAddress] = useState(contact.address);
  const [choice, setChoice] = useState(contact.choice);
  const save = useChange(channel, (kept) => setAddress(kept.address));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ address, choice });
  };
  const edited = save.data && (save.data.address !== address || save.data.choice !== choice);
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <Textfield
        label={t(`web.notices.ways.address.${channel}`)}
        description={t(`web.notices.ways.hint.${channel}`)}
        type={channel === "email" ? "email" : "tel"}
        autoComplete={channel === "email" ? "email" : "tel"}
        maxLength={200}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Fieldset>
        <Fieldset.Legend>{t("web.notices.ways.choice")}</Fieldset.Legend>
        {channel === "sms" && (
          <Fieldset.Description>{t("web.notices.ways.night")}</Fieldset.Description>
        )}
        {CHOICES.map((one) => (
          <Radio
            key={one}
            name={id}
            value={one}
            label={t(`web.notices.ways.choice.${one}`)}
            checked={choice === one}
            onChange={() => setChoice(one)}
          />
        ))}
      </Fieldset>
      {save.error && <ProblemAlert error={save.error} />}
      <div className="row">
        <Button type="submit" loading={save.isPending}>
          {t("web.notices.ways.save")}
        </Button>
        <span role="status">
          {save.data && !edited && t(`web.notices.ways.${save.data.address ? "saved" : "removed"}`)}
        </span>
      </div>
    </form>
  );
}
