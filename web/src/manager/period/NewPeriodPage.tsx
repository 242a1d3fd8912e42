import { Button } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { api, told as answerOf } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { today } from "../../dates/dates";
import { newId } from "../../outbox/new-id";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { useManagedUnit } from "../useManagedUnit";
import { checkPeriod, proposed, told, type TypedPeriod } from "./facts";
import { PeriodFields } from "./PeriodFields";

/** Set up another period, as it is proposed from the last one. */
export default function NewPeriodPage() {
  const { t } = useTranslation();
  const periods = usePeriods(useManagedUnit().id);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.new")}</PageTitle>
      {periods.error && <ProblemAlert error={periods.error} retry={() => void periods.refetch()} />}
      {periods.isLoading && <Waiting />}
      {periods.data && <NewPeriod periods={periods.data} />}
    </div>
  );
}

function NewPeriod({ periods }: { periods: Period[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const unit = useManagedUnit().id;
  const [facts, setFacts] = useState(() => proposed(periods, today()));
  const [tried, setTried] = useState(false);
  // the same facts sent twice make one period
  const [key, setKey] = useState(newId);
  const wrong = checkPeriod(facts, periods);
  const make = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST("/api/units/{unit}/periods", {
          params: { path: { unit }, header: { "Idempotency-Key": key } },
          body: told(facts),
        }),
      ),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: keys.periods(unit) });
      await navigate(`/manager/periods/${made.id}/setup`);
    },
  });
  const change = (part: Partial<TypedPeriod>) => {
    setKey(newId());
    setFacts({ ...facts, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length === 0) make.mutate();
  };
  return (
    <form onSubmit={submit} className="stack form" noValidate>
      <PeriodFields
        facts={facts}
        change={change}
        wrong={(field) => (tried && wrong[field] ? t(wrong[field]) : undefined)}
        fixedDates={false}
      />
      {make.error && <ProblemAlert error={make.error} />}
      <div className="row">
        <Button type="submit" loading={make.isPending}>
          {t("web.manager.period.make")}
        </Button>
        <Link to="/manager/periods">{t("web.manager.form.cancel")}</Link>
      </div>
    </form>
  );
}
