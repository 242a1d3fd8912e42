import { Alert, Button, Checkbox, Paragraph } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered, api } from "../api/client";
import { ProblemAlert } from "../api/ProblemAlert";
import { Refusal } from "../api/problem";
import { officeKeys } from "../office/questions";
import type { Period } from "../periods/usePeriods";

interface Props {
  period: Period;
  /** The state of the protocol that was read: no other is signed. */
  tag: string;
  draft: string;
  manages: boolean;
}

/** Sign for the staff's side what was read, and nothing that came after. */
export function Sign({ period, tag, draft, manages }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [read, setRead] = useState(false);
  const [tried, setTried] = useState(false);
  const renew = () => client.invalidateQueries({ queryKey: officeKeys.protocol(period.id) });
  const sign = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/api/periods/{period}/protocol/signature", {
          params: { path: { period: period.id }, header: { "If-Match": tag } },
        }),
      ),
    onSuccess: ([protocol, response]) => {
      const told = { protocol, tag: response.headers.get("ETag") ?? "" };
      client.setQueryData(officeKeys.protocol(period.id), told);
    },
  });
  if (manages) {
    return (
      <Alert data-color="warning">
        <Paragraph>{t("web.representative.sign.both")}</Paragraph>
      </Alert>
    );
  }
  const stale = sign.error instanceof Refusal && sign.error.problem.code === "etag.stale";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read) sign.mutate();
  };
  return (
    <form onSubmit={submit} className="office-form office-item">
      {period.shown !== draft && (
        <Alert data-color="warning">
          <Paragraph>{t("web.representative.sign.other_draft")}</Paragraph>
        </Alert>
      )}
      <Paragraph>{t("web.representative.sign.how")}</Paragraph>
      <Checkbox
        label={t("web.representative.sign.read")}
        checked={read}
        error={tried && !read ? t("web.representative.sign.read.needed") : undefined}
        onChange={(event) => setRead(event.target.checked)}
      />
      {sign.error && (
        <ProblemAlert error={sign.error} retry={stale ? () => void renew() : undefined} />
      )}
      <div>
        <Button type="submit" loading={sign.isPending}>
          {t("web.representative.sign")}
        </Button>
      </div>
    </form>
  );
}
