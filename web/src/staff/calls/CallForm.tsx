import { Button } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { blankCall, CallFields, wrongSpan } from "../../burdens/CallFields";
import { useSayCall } from "./useCalls";

/** Say yes or no to extra shifts on some dates. */
export function CallForm({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const say = useSayCall(unit);
  const [facts, setFacts] = useState(blankCall);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongSpan(facts) || say.isPending) return;
    say.mutate(facts, {
      onSuccess: () => {
        setFacts(blankCall());
        setTried(false);
      },
    });
  };
  return (
    <form onSubmit={submit} className="stack" noValidate>
      <CallFields
        facts={facts}
        change={(part) => setFacts({ ...facts, ...part })}
        tried={tried}
        legend={t("web.calls.what")}
        answer={(kind) => t(`web.calls.what.${kind}`)}
      />
      {say.error && <ProblemAlert error={say.error} />}
      <div className="row">
        <Button type="submit" loading={say.isPending}>
          {t("web.calls.add")}
        </Button>
        <span role="status">{say.isSuccess && t("web.calls.saved")}</span>
      </div>
    </form>
  );
}
