import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import type { Change, Entry } from "../outbox/entry";
import { useOutbox } from "../outbox/OutboxProvider";
import { useFormats } from "../texts/useFormats";

/** Tells how much has not been sent yet, what was refused, and whether the phone could keep it. */
export function OutboxNote() {
  const { t } = useTranslation();
  const [outbox, { entries, unreached, unkept }] = useOutbox();
  const waiting = entries.filter((entry) => !entry.refusal).length;
  const refused = entries.filter((entry) => entry.refusal);
  return (
    <div aria-live="polite" className="outbox-note">
      {unkept && (
        <Alert data-color="danger">
          <Paragraph>{t("web.outbox.unkept")}</Paragraph>
        </Alert>
      )}
      {waiting > 0 && (
        <Alert data-color={unreached ? "warning" : "info"} data-size="sm">
          <Paragraph>
            {t(unreached ? "web.outbox.waiting" : "web.outbox.sending", { count: waiting })}
          </Paragraph>
        </Alert>
      )}
      {refused.map((entry) => (
        <Refused key={entry.id} entry={entry} drop={() => outbox.drop(entry.id)} />
      ))}
    </div>
  );
}

function Refused({ entry, drop }: { entry: Entry; drop: () => void }) {
  const { t } = useTranslation();
  const about = useAbout();
  return (
    <Alert data-color="danger" data-size="sm">
      <Paragraph>
        <strong>{t("web.outbox.refused", { what: about(entry.change) })}</strong>
      </Paragraph>
      <Paragraph>
        {entry.refusal?.message || t("web.error.unknown")} {entry.refusal?.hint}
      </Paragraph>
      <Button variant="secondary" data-size="sm" onClick={drop}>
        {t("web.outbox.drop")}
      </Button>
    </Alert>
  );
}

function useAbout(): (change: Change) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return (change) => {
    if ("date" in change) return t("web.outbox.day", { date: formats.dayLong(change.date) });
    return t(change.kind === "line" ? "web.outbox.line" : "web.outbox.recurring");
  };
}
