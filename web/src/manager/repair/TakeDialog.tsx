import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { TextField } from "../form/Fields";
import { fillWords } from "./words";
import { useFormats } from "../../texts/useFormats";
import { type Option, type Repair, useTake } from "./useRepair";

interface Props {
  repair: Repair;
  place: number;
  /** Null where only the absence is noted. */
  option: Option | null;
  close: () => void;
  taken: () => void;
}

/** Once more what happens and who is told, before the roster changes. */
export function TakeDialog({ repair, place, option, close, taken }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [reason, setReason] = useState("");
  const take = useTake(repair.period);
  const people = [...new Set(option?.changes.map((one) => one.person))];
  const confirm = () => take.mutate({ repair: repair.id, place, reason }, { onSuccess: taken });
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t(option ? "web.manager.repair.sure" : "web.manager.repair.note")}
        </Heading>
        {option && (
          <>
            <ul className="plain-list">
              {option.fills.map(({ fill }, n) => (
                <li key={n}>{fillWords(t, formats, repair.names, fill)}</li>
              ))}
            </ul>
            <Paragraph>
              {t("web.manager.repair.sure.told", {
                names: people.map((one) => repair.names[one] ?? one).join(", "),
              })}
            </Paragraph>
            <Paragraph>{t("web.manager.repair.sure.agreed")}</Paragraph>
          </>
        )}
        {!option && !repair.unchanged && <Paragraph>{t("web.manager.repair.open.why")}</Paragraph>}
        {option && (
          <TextField
            label={t("web.manager.repair.reason")}
            hint={t("web.manager.repair.reason.hint")}
            most={1000}
            value={reason}
            change={setReason}
          />
        )}
        {take.error && <ProblemAlert error={take.error} />}
        <div className="row">
          <Button type="button" loading={take.isPending} onClick={confirm}>
            {t("web.manager.repair.confirm")}
          </Button>
          <Button type="button" variant="tertiary" onClick={close}>
            {t("web.manager.cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
