import { Button, Details, Paragraph } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { blankCall, CallFields, wrongSpan } from "../../burdens/CallFields";
import { ChoiceField } from "../form/Fields";
import { useSection } from "../ward/useSection";
import { useEnterCall } from "./useCalls";

/** Enter what somebody without the app has said about extra shifts. */
export function EnterCall({ unit }: { unit: string }) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>{t("web.manager.calls.new")}</Details.Summary>
      <Details.Content>
        <Paragraph data-size="sm" className="quiet">
          {t("web.manager.calls.new.hint")}
        </Paragraph>
        <Form unit={unit} />
      </Details.Content>
    </Details>
  );
}

function Form({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const people = useSection("people");
  const enter = useEnterCall(unit);
  const [person, setPerson] = useState("");
  const [facts, setFacts] = useState(blankCall);
  const [tried, setTried] = useState(false);
  const known = [...(people.data?.items ?? [])].sort((a, b) => a.name.localeCompare(b.name, "nb"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!person || wrongSpan(facts) || enter.isPending) return;
    enter.mutate(
      { ...facts, person },
      {
        onSuccess: () => {
          setPerson("");
          setFacts(blankCall());
          setTried(false);
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="stack call-form" noValidate>
      <ChoiceField
        label={t("web.manager.calls.person")}
        value={person}
        options={[
          { value: "", label: t("web.manager.calls.person.choose") },
          ...known.map((one) => ({ value: one.id, label: one.name })),
        ]}
        change={setPerson}
        error={tried && !person && t("web.manager.calls.person.needed")}
      />
      <CallFields
        facts={facts}
        change={(part) => setFacts({ ...facts, ...part })}
        tried={tried}
        legend={t("web.manager.calls.what")}
        answer={(kind) => t(`web.calls.short.${kind}`)}
      />
      {enter.error && <ProblemAlert error={enter.error} />}
      <div className="row">
        <Button type="submit" loading={enter.isPending}>
          {t("web.calls.add")}
        </Button>
        <span role="status">{enter.isSuccess && t("web.calls.saved")}</span>
      </div>
    </form>
  );
}
