import { Alert, Button, Checkbox, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { Refusal } from "../../../api/problem";
import { officeKeys, type Protocol } from "../../../office/questions";
import { momentAt, wallTime } from "./oslo";
import { useWriteProtocol } from "./useHearing";

interface Props {
  period: string;
  kept: { protocol: Protocol; tag: string } | null;
  close: () => void;
}

const FIRST_TAG = '"0"';

/** Write the protocol; what is written stays in the form when another has changed it meanwhile. */
export function ProtocolForm({ period, kept, close }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const was = kept?.protocol;
  const [held, setHeld] = useState(() => wallTime(was ? new Date(was.held) : new Date()));
  const [present, setPresent] = useState(was?.present ?? "");
  const [text, setText] = useState(was?.text ?? "");
  const [agreed, setAgreed] = useState(was?.agreed ?? false);
  // the state that was seen; a newer one only once the manager has chosen to write over it
  const [tag, setTag] = useState(kept?.tag ?? FIRST_TAG);
  const write = useWriteProtocol(period);
  const stale = write.error instanceof Refusal && write.error.problem.code === "etag.stale";
  const newer = stale && kept && kept.tag !== tag;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = momentAt(held);
    if (!at) return;
    const facts = { held: at, present: present.trim(), text: text.trim(), agreed };
    const renew = () => void client.invalidateQueries({ queryKey: officeKeys.protocol(period) });
    write.mutate({ facts, tag }, { onSuccess: close, onError: renew });
  };
  const signed = was && Object.keys(was.signatures).length > 0;
  return (
    <form onSubmit={submit} className="panel" aria-labelledby="protocol-form">
      <Heading level={2} data-size="2xs" id="protocol-form">
        {t("web.office.protocol")}
      </Heading>
      <Paragraph data-size="sm">{t("web.manager.hearing.protocol.why")}</Paragraph>
      {signed && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t("web.manager.hearing.protocol.signed")}</Paragraph>
        </Alert>
      )}
      <div className="office-form">
        <Textfield
          type="datetime-local"
          required
          label={t("web.office.protocol.held")}
          value={held}
          onChange={(event) => setHeld(event.target.value)}
        />
        <Textfield
          multiline
          rows={2}
          maxLength={1000}
          label={t("web.office.protocol.present")}
          description={t("web.manager.hearing.protocol.present.hint")}
          value={present}
          onChange={(event) => setPresent(event.target.value)}
        />
        <Textfield
          multiline
          rows={8}
          maxLength={10_000}
          label={t("web.office.protocol.text")}
          description={t("web.manager.hearing.protocol.text.hint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox
          label={t("web.office.protocol.agreed")}
          description={t("web.manager.hearing.protocol.agreed.hint")}
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        />
      </div>
      {write.error && <ProblemAlert error={write.error} />}
      {newer && <Newer protocol={kept.protocol} over={() => setTag(kept.tag)} />}
      <div className="row">
        <Button type="submit" loading={write.isPending}>
          {t("web.manager.hearing.protocol.save")}
        </Button>
        <Button type="button" variant="tertiary" onClick={close}>
          {t("web.manager.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What another has written since, to be read before one's own takes its place. */
function Newer({ protocol, over }: { protocol: Protocol; over: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert data-color="info">
      <Heading level={3} data-size="2xs">
        {t("web.manager.hearing.protocol.newer")}
      </Heading>
      <p className="office-said">{protocol.present}</p>
      <p className="office-said">{protocol.text}</p>
      <Button type="button" variant="secondary" data-size="sm" onClick={over}>
        {t("web.manager.hearing.protocol.over")}
      </Button>
    </Alert>
  );
}
