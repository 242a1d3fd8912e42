import { Button, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useFormats } from "../../texts/useFormats";
import { StandingTag } from "../StandingTag";
import { type Delegation, useEndDelegation } from "../useSharing";

interface Props {
  unit: string;
  delegation: Delegation;
  task: string;
  said: (text: string) => void;
}

/** A delegation: who and what, its limits, who signed it, and a way to end it. */
export function DelegationItem({ unit, delegation, task, said }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const first = delegation.first ?? delegation.signed_on;
  const ended = delegation.standing === "withdrawn" || delegation.standing === "over";
  return (
    <li className="entry">
      <div className="entry-facts">
        <span className="row entry-tags">
          <strong>{delegation.name}</strong>
          <StandingTag standing={delegation.standing} of="delegation" />
          {delegation.gone && (
            <Tag data-size="sm" data-color="warning">
              {t("web.sharing.delegations.gone")}
            </Tag>
          )}
        </span>
        <span>{task}</span>
        <span>
          {t("web.sharing.approval.span", { from: formats.dayYear(first), to: formats.dayYear(delegation.last) })}
        </span>
        <Limits delegation={delegation} />
        <span className="quiet">
          {t("web.sharing.delegations.signed", { who: delegation.signed_by, date: formats.dayYear(delegation.signed_on) })}
          {delegation.ended &&
            ` ${t("web.sharing.delegations.ended_by", {
              who: delegation.ended_by || t("web.sharing.someone"),
              date: formats.dayYear(delegation.ended.slice(0, 10)),
            })}`}
        </span>
      </div>
      {!ended && <End unit={unit} delegation={delegation} task={task} said={said} />}
    </li>
  );
}

function Limits({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation();
  const limits = [
    ...(delegation.forms.length ? [t("web.sharing.delegations.forms", { forms: delegation.forms.join(", ") })] : []),
    ...(delegation.residents.length
      ? [t("web.sharing.delegations.residents", { residents: delegation.residents.join(", ") })]
      : []),
  ];
  return <span>{limits.length ? limits.join(" · ") : t("web.sharing.delegations.unlimited")}</span>;
}

/** Asked twice: who has no delegation may not do the task from now on. */
function End({ unit, delegation, task, said }: Props) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const end = useEndDelegation(unit);
  const what = { name: delegation.name, task };
  return (
    <span className="row">
      {end.error && <ProblemAlert error={end.error} />}
      {sure ? (
        <>
          <Button
            data-size="sm"
            data-color="danger"
            loading={end.isPending}
            onClick={() => end.mutate(delegation.id, { onSuccess: () => said(t("web.sharing.delegations.ended", what)) })}
          >
            {t("web.sharing.delegations.end.sure")}
          </Button>
          <Button data-size="sm" variant="secondary" onClick={() => setSure(false)}>
            {t("web.sharing.keep")}
          </Button>
        </>
      ) : (
        <Button
          data-size="sm"
          variant="tertiary"
          data-color="danger"
          aria-label={t("web.sharing.delegations.end.of", what)}
          onClick={() => setSure(true)}
        >
          {t("web.sharing.delegations.end")}
        </Button>
      )}
    </span>
  );
}
