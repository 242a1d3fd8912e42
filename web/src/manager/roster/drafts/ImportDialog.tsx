import { Button, Dialog, Field, Heading, Input, Label, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { FaultList } from "../../../api/FaultList";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { faultsOf } from "../../../api/problem";
import { useImportDraft } from "./useDrafts";

const ENDINGS = ".xlsx,.csv,.json";
const MOST = 120;

/** Make a draft of a roster that stands in a file; a file with faults makes none. */
export function ImportDialog({ period, close }: { period: string; close: () => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  const load = useImportDraft(period);
  const faults = faultsOf(load.error);
  const choose = (chosen: File | null) => {
    load.reset();
    setFile(chosen);
    if (chosen) setName(chosen.name.replace(/\.\w+$/, "").slice(0, MOST));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && name.trim()) load.mutate({ file, name: name.trim() }, { onSuccess: close });
  };
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <form onSubmit={submit} className="stack">
        <Heading level={2} data-size="xs">
          {t("web.manager.drafts.import.title")}
        </Heading>
        <Paragraph>{t("web.manager.drafts.import.hint")}</Paragraph>
        <Field>
          <Label>{t("web.manager.drafts.import.file")}</Label>
          <Input
            type="file"
            accept={ENDINGS}
            required
            onChange={(event) => choose(event.target.files?.[0] ?? null)}
          />
        </Field>
        <Textfield
          label={t("web.manager.draft.name")}
          value={name}
          maxLength={MOST}
          required
          onChange={(event) => setName(event.target.value)}
        />
        {faults.length > 0 && <FaultList faults={faults} title={t("web.manager.drafts.import.faults")} />}
        {load.error && faults.length === 0 && <ProblemAlert error={load.error} />}
        <div className="row">
          <Button type="submit" loading={load.isPending}>
            {t("web.manager.drafts.import.do")}
          </Button>
          <Button type="button" variant="tertiary" onClick={close}>
            {t("web.manager.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
