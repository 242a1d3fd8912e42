import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { type Protocol, useProtocol } from "../../../office/questions";
import { ProtocolView } from "../../../office/ProtocolView";
import type { Period } from "../../../periods/usePeriods";
import { ProtocolForm } from "./ProtocolForm";
import { useSign } from "./useHearing";

const STAGES = new Set(["preview", "published"]);

/** The protocol of the discussion: written by the manager, signed by both sides. */
export function ProtocolDesk({ period }: { period: Period }) {
  const { t } = useTranslation();
  const kept = useProtocol(period.id);
  const [writing, setWriting] = useState(false);
  const can = STAGES.has(period.stage);
  if (writing && kept.data !== undefined) {
    return <ProtocolForm period={period.id} kept={kept.data} close={() => setWriting(false)} />;
  }
  return (
    <>
      <ProtocolView period={period.id}>
        {({ protocol, tag }) =>
          can && !protocol.final && <Acts period={period} protocol={protocol} tag={tag} write={() => setWriting(true)} />
        }
      </ProtocolView>
      {can && kept.data === null && (
        <div>
          <Button variant="secondary" onClick={() => setWriting(true)}>
            {t("web.manager.hearing.protocol.new")}
          </Button>
        </div>
      )}
    </>
  );
}

interface ActsProps {
  period: Period;
  protocol: Protocol;
  tag: string;
  write: () => void;
}

function Acts({ period, protocol, tag, write }: ActsProps) {
  const { t } = useTranslation();
  const sign = useSign(period.id);
  const mine = protocol.signatures.manager;
  return (
    <div className="stack-tight">
      {period.shown !== protocol.draft && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t("web.manager.hearing.protocol.other")}</Paragraph>
        </Alert>
      )}
      {sign.error && <ProblemAlert error={sign.error} />}
      <div className="row">
        {!mine && (
          <Button loading={sign.isPending} onClick={() => sign.mutate(tag)}>
            {t("web.manager.hearing.protocol.sign")}
          </Button>
        )}
        <Button variant="secondary" onClick={write}>
          {t("web.manager.hearing.protocol.change")}
        </Button>
      </div>
    </div>
  );
}
