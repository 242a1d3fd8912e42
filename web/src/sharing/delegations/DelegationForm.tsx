import { Button } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemAlert } from "../../api/ProblemAlert";
import { today } from "../../dates/dates";
import { ChoiceField, DateField, TextField } from "../../manager/form/Fields";
import { useDelegate } from "../useSharing";
import { useTold } from "../useTold";
import { type Given, numbersIn, parts, type Wrong, wrongIn } from "./given";

interface Props {
  unit: string;
  page: Schemas["DelegationPage"];
}

function blank(tasks: Props["page"]["tasks"]): Given {
  const only = tasks.length === 1 ? (tasks[0]?.id ?? "") : "";
  return {
    ...{ person: "", task: only, forms: "", residents: "", first: null, last: null },
    ...{ signed_by: "", signed_on: today() },
  };
}

/** Enter a delegation that somebody has signed. */
export function DelegationForm({ unit, page }: Props) {
  const { t } = useTranslation();
  const delegate = useDelegate(unit);
  const [given, setGiven] = useState(() => blank(page.tasks));
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(given);
  const change = (part: Partial<Given>) => setGiven({ ...given, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size > 0 || delegate.isPending || !given.last || !given.signed_on) return;
    const body = {
      ...given,
      last: given.last,
      signed_on: given.signed_on,
      forms: parts(given.forms),
      residents: numbersIn(given.residents) ?? [],
    };
    delegate.mutate(body, {
      onSuccess: () => {
        setGiven(blank(page.tasks));
        setTried(false);
      },
    });
  };
  return (
    <form onSubmit={submit} className="office-form" noValidate>
      <WhoAndWhat page={page} given={given} change={change} wrong={tried ? wrong : new Set()} />
      <Dates given={given} change={change} wrong={tried ? wrong : new Set()} />
      {delegate.error && <ProblemAlert error={delegate.error} />}
      <div className="row">
        <Button type="submit" loading={delegate.isPending}>
          {t("web.sharing.delegations.add")}
        </Button>
        <span role="status">{delegate.isSuccess && t("web.sharing.delegations.added")}</span>
      </div>
    </form>
  );
}

interface PartProps {
  given: Given;
  change: (part: Partial<Given>) => void;
  wrong: Set<Wrong>;
}

function WhoAndWhat({ page, given, change, wrong }: PartProps & { page: Props["page"] }) {
  const { t } = useTranslation();
  const told = useTold();
  const choose = { value: "", label: t("web.sharing.delegations.choose") };
  const able = page.tasks.find((task) => task.id === given.task)?.people;
  const people = page.people.filter((person) => !able || able.includes(person.id));
  return (
    <>
      <ChoiceField
        label={t("web.sharing.delegations.task")}
        value={given.task}
        options={[choose, ...page.tasks.map((task) => ({ value: task.id, label: told(task.name) }))]}
        change={(task) => change({ task, person: "" })}
        error={wrong.has("task") && t("web.sharing.delegations.task.needed")}
      />
      <ChoiceField
        label={t("web.sharing.delegations.person")}
        hint={t("web.sharing.delegations.person.hint")}
        value={given.person}
        options={[choose, ...people.map((person) => ({ value: person.id, label: person.name }))]}
        change={(person) => change({ person })}
        error={wrong.has("person") && t("web.sharing.delegations.person.needed")}
      />
      <TextField
        label={t("web.sharing.delegations.forms.label")}
        hint={t("web.sharing.delegations.forms.hint")}
        value={given.forms}
        most={400}
        change={(forms) => change({ forms })}
      />
      <TextField
        label={t("web.sharing.delegations.residents.label")}
        hint={t("web.sharing.delegations.residents.hint")}
        value={given.residents}
        most={400}
        change={(residents) => change({ residents })}
        error={wrong.has("residents") && t("web.sharing.delegations.residents.wrong")}
      />
    </>
  );
}

function Dates({ given, change, wrong }: PartProps) {
  const { t } = useTranslation();
  const last = wrong.has("last") ? "web.sharing.delegations.last.needed" : "web.sharing.delegations.order";
  return (
    <>
      <DateField
        label={t("web.sharing.delegations.first")}
        hint={t("web.sharing.delegations.first.hint")}
        value={given.first}
        change={(first) => change({ first })}
      />
      <DateField
        label={t("web.sharing.delegations.last")}
        value={given.last}
        change={(date) => change({ last: date })}
        error={(wrong.has("last") || wrong.has("order")) && t(last)}
      />
      <TextField
        label={t("web.sharing.delegations.signed_by")}
        hint={t("web.sharing.delegations.signed_by.hint")}
        value={given.signed_by}
        most={120}
        change={(signed_by) => change({ signed_by })}
        error={wrong.has("signed_by") && t("web.sharing.delegations.signed_by.needed")}
      />
      <DateField
        label={t("web.sharing.delegations.signed_on")}
        value={given.signed_on}
        change={(signed_on) => change({ signed_on })}
        error={wrong.has("signed_on") && t("web.sharing.delegations.signed_on.needed")}
      />
    </>
  );
}
