import { Button, Dialog, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { type Draft, useMakeDraft, useRenameDraft } from "./useDrafts";

interface Props {
  what: "new" | "copy" | "rename";
  period: string;
  draft?: Draft;
  close: () => void;
}

const MOST = 120;

/** Ask for a draft's name: of a new one, of a copy, or another name. */
export function NameDialog({ what, period, draft, close }: Props) {
  const { t } = useTranslation();
  const was = draft?.name ?? "";
  const first = { new: t("web.manager.drafts.new.name"), copy: t("web.manager.draft.copy.name", { name: was }), rename: was };
  const [name, setName] = useState(first[what].slice(0, MOST));
  const make = useMakeDraft(period);
  const rename = useRenameDraft(period);
  const act = what === "rename" ? rename : make;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (!given) return;
    if (what === "rename" && draft) rename.mutate({ draft, name: given }, { onSuccess: close });
    else make.mutate({ name: given, ...(draft && { copy_of: draft.id }) }, { onSuccess: close });
  };
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <form onSubmit={submit} className="stack">
        <Heading level={2} data-size="xs">
          {t(`web.manager.drafts.ask.${what}`, { name: was })}
        </Heading>
        {what === "new" && <Paragraph>{t("web.manager.drafts.new.hint")}</Paragraph>}
        <Textfield
          label={t("web.manager.draft.name")}
          value={name}
          maxLength={MOST}
          required
          onChange={(event) => setName(event.target.value)}
        />
        {act.error && <ProblemAlert error={act.error} />}
        <div className="row">
          <Button type="submit" loading={act.isPending}>
            {t(`web.manager.drafts.do.${what}`)}
          </Button>
          <Button type="button" variant="tertiary" onClick={close}>
            {t("web.manager.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
