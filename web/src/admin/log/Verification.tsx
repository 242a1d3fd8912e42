import { Alert, Button, Heading, Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useNumbers } from "../../office/useNumbers";
import { breakOf } from "./act-words";

/** Check the whole chain anew, and tell plainly what came of it. */
export function Verification() {
  const { t } = useTranslation();
  const check = useQuery({
    queryKey: ["log", "verification"],
    queryFn: () => told(api.GET("/api/audit/verification")),
    enabled: false,
  });
  return (
    <section className="panel" aria-labelledby="verification">
      <div className="office-head">
        <Heading level={2} data-size="2xs" id="verification">
          {t("web.admin.verify")}
        </Heading>
        <Button
          variant="secondary"
          data-size="sm"
          loading={check.isFetching}
          onClick={() => void check.refetch()}
        >
          {t("web.admin.verify.start")}
        </Button>
      </div>
      <Paragraph>{t("web.admin.verify.how")}</Paragraph>
      {check.error && <ProblemAlert error={check.error} />}
      {check.data && !check.isFetching && <Result verified={check.data} at={check.dataUpdatedAt} />}
    </section>
  );
}

function Result({ verified, at }: { verified: Schemas["Verified"]; at: number }) {
  const { t } = useTranslation();
  const { number, stamp } = useNumbers();
  const { breaks, entries, hash } = verified;
  return (
    <Alert data-color={breaks.length ? "danger" : "success"} role="status">
      <Paragraph>
        {breaks.length
          ? t("web.admin.verify.broken", { count: breaks.length })
          : t("web.admin.verify.whole", { count: entries, told: number(entries) })}
      </Paragraph>
      {breaks.length > 0 && (
        <ul>
          {breaks.map((one) => {
            const { number: entry, why } = breakOf(one);
            return <li key={one}>{t(`web.admin.verify.why.${why}`, { number: entry })}</li>;
          })}
        </ul>
      )}
      <Paragraph data-size="sm">
        {t("web.admin.verify.at", { at: stamp(new Date(at).toISOString()) })}
      </Paragraph>
      <Paragraph data-size="sm">
        {t("web.admin.verify.hash", { number: entries })}{" "}
        <span className="office-code">{hash}</span>
      </Paragraph>
    </Alert>
  );
}
