import { Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import type { Burden } from "../../burdens/burdens";
import { EditDialog } from "../form/EditDialog";
import type { Row } from "./rows";
import { useCorrecting, type Whole } from "./useBurdens";

interface Props {
  period: string;
  row: Row;
  burden: Burden;
  known: Whole["corrections"];
  close: () => void;
}

/** Correct what somebody carries on; the person sees the points and the reason. */
export function CorrectDialog({ period, row, burden, known, close }: Props) {
  const { t } = useTranslation();
  const before = known.find((one) => one.person === row.id && one.burden === burden);
  const correcting = useCorrecting(period);
  const [points, setPoints] = useState(String(before?.points ?? ""));
  const [reason, setReason] = useState(before?.reason ?? "");
  const [tried, setTried] = useState(false);
  const value = /^[-−+]?\d{1,3}$/.test(points.trim()) ? Number(points.trim().replace("−", "-")) : undefined;
  const save = () => {
    setTried(true);
    if (value === undefined || !reason.trim()) return;
    correcting.mutate({ person: row.id, burden, points: value, reason: reason.trim() }, { onSuccess: close });
  };
  return (
    <EditDialog
      title={t("web.manager.burdens.correcting", { name: row.name, burden: t(`web.burdens.of.${burden}`) })}
      save={save}
      saving={correcting.isPending}
      touched={points !== String(before?.points ?? "") || reason !== (before?.reason ?? "")}
      close={close}
    >
      <Paragraph data-size="sm">{t("web.manager.burdens.correcting.how")}</Paragraph>
      <Textfield
        label={t("web.manager.burdens.points")}
        description={t("web.manager.burdens.points.hint")}
        inputMode="text"
        value={points}
        error={tried && value === undefined && t("web.manager.burdens.points.wrong")}
        onChange={(event) => setPoints(event.target.value)}
      />
      <Textfield
        label={t("web.manager.burdens.reason")}
        description={t("web.manager.burdens.reason.hint")}
        value={reason}
        maxLength={500}
        error={tried && !reason.trim() && t("web.manager.burdens.reason.needed")}
        onChange={(event) => setReason(event.target.value)}
      />
      {correcting.error && <ProblemAlert error={correcting.error} />}
    </EditDialog>
  );
}
