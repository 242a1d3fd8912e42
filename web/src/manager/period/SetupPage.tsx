import { Button, Paragraph } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { type Period, usePeriods } from "../../periods/usePeriods";
import { ShortWarning } from "../roster/why/ShortList";
import { same } from "../ward/changes";
import { ClashAlert } from "../ward/ClashAlert";
import { checkPeriod, typed } from "./facts";
import { PeriodFields } from "./PeriodFields";
import { RoundPanel } from "./RoundPanel";
import { isStale, useChangePeriod } from "./useChangePeriod";
import { usePeriod } from "./usePeriod";

/** A period's dates and wish round, changed while that is allowed. */
export default function SetupPage() {
  const { t } = useTranslation();
  const { period: id = "" } = useParams();
  const found = usePeriod(id);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.setup")}</PageTitle>
      {!found.data && <Waiting />}
      {found.data && (
        <>
          <RoundPanel period={found.data.period} tag={found.data.tag} />
          {found.data.period.stage !== "published" && <ShortWarning period={id} />}
          <Setup period={found.data.period} tag={found.data.tag} />
        </>
      )}
    </div>
  );
}

function Setup({ period, tag }: { period: Period; tag: string }) {
  const { t } = useTranslation();
  const others = (usePeriods(period.unit).data ?? []).filter((one) => one.id !== period.id);
  const [seen, setSeen] = useState({ period, tag });
  const [facts, setFacts] = useState(() => typed(period));
  const [tried, setTried] = useState(false);
  const saving = useChangePeriod(period.id);
  const wrong = checkPeriod(facts, others);
  const touched = !same(facts, typed(seen.period));
  // a stage that somebody changed meanwhile is no change of what is typed here
  const current = !touched || same(typed(period), typed(seen.period)) ? { period, tag } : seen;
  const save = (against: typeof seen) =>
    saving.mutate(
      { facts, weights: against.period.weights, tag: against.tag },
      { onSuccess: (kept) => setSeen(kept) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length === 0) save(current);
  };
  const theirs = () => {
    saving.reset();
    setSeen({ period, tag });
    setFacts(typed(period));
  };
  if (period.stage === "published") return <Paragraph>{t("web.manager.period.done")}</Paragraph>;
  return (
    <form onSubmit={submit} className="stack form panel" noValidate>
      <PeriodFields
        facts={facts}
        change={(part) => setFacts({ ...facts, ...part })}
        wrong={(field) => (tried && wrong[field] ? t(wrong[field]) : undefined)}
        fixedDates={period.stage !== "setup"}
      />
      {isStale(saving.error) ? (
        <ClashAlert name={period.name} over={() => save({ period, tag })} theirs={theirs} />
      ) : (
        saving.error && <ProblemAlert error={saving.error} />
      )}
      <div className="row">
        <Button type="submit" loading={saving.isPending} disabled={!touched}>
          {t("web.manager.form.save")}
        </Button>
        <span role="status">
          {!touched && saving.isSuccess && t("web.manager.form.saved", { name: period.name })}
        </span>
      </div>
    </form>
  );
}
