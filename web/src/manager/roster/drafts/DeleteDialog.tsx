import { Button, Dialog, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { type Draft, useDeleteDraft } from "./useDrafts";

interface Props {
  draft: Draft;
  period: string;
  close: () => void;
}

/** Ask before a draft is thrown away: that cannot be undone. */
export function DeleteDialog({ draft, period, close }: Props) {
  const { t } = useTranslation();
  const remove = useDeleteDraft(period);
  return (
    <Dialog open onClose={close} closeButton={t("web.close")}>
      <div className="stack">
        <Heading level={2} data-size="xs">
          {t("web.manager.drafts.ask.delete", { name: draft.name })}
        </Heading>
        <Paragraph>{t("web.manager.drafts.delete.hint")}</Paragraph>
        {remove.error && <ProblemAlert error={remove.error} />}
        <div className="row">
          <Button
            data-color="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate(draft, { onSuccess: close })}
          >
            {t("web.manager.drafts.do.delete")}
          </Button>
          <Button variant="tertiary" onClick={close}>
            {t("web.manager.cancel")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
