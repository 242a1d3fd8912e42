import { Alert, Details, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { PageTitle } from "../../app/PageTitle";
import { Asked } from "../../office/Asked";
import { type Delegation, useDelegations } from "../useSharing";
import { useTold } from "../useTold";
import { DelegationForm } from "./DelegationForm";
import { DelegationItem } from "./DelegationItem";

type Page = Schemas["DelegationPage"];
const PAST = new Set<Delegation["standing"]>(["over", "withdrawn"]);

/** Who may do which task in the unit by personal delegation, within which limits and until when. */
export default function DelegationsPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const page = useDelegations(unit);
  return (
    <>
      <PageTitle>{t("web.sharing.page.delegations")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.sharing.delegations.intro")}</Paragraph>
      <Asked query={page}>
        {(found) => (
          <>
            <Warnings found={found} />
            <Details>
              <Details.Summary>{t("web.sharing.delegations.new")}</Details.Summary>
              <Details.Content>
                <DelegationForm unit={unit} page={found} />
              </Details.Content>
            </Details>
            <Lists unit={unit} found={found} />
          </>
        )}
      </Asked>
    </>
  );
}

function Warnings({ found }: { found: Page }) {
  const { t } = useTranslation();
  const soon = found.delegations.filter((one) => one.standing === "ends_soon");
  if (soon.length === 0) return null;
  return (
    <Alert data-color="warning">
      <Paragraph>
        {t("web.sharing.delegations.soon", { count: soon.length })} {t("web.sharing.delegations.soon.how")}
      </Paragraph>
    </Alert>
  );
}

function Lists({ unit, found }: { unit: string; found: Page }) {
  const { t } = useTranslation();
  const told = useTold();
  const [said, setSaid] = useState("");
  const taskName = (id: string) => {
    const task = found.tasks.find((one) => one.id === id);
    return task ? told(task.name) : id;
  };
  const item = (one: Delegation) => (
    <DelegationItem key={one.id} unit={unit} delegation={one} task={taskName(one.task)} said={setSaid} />
  );
  const now = found.delegations.filter((one) => !PAST.has(one.standing));
  const past = found.delegations.filter((one) => PAST.has(one.standing));
  return (
    <>
      <span role="status">{said}</span>
      {now.length === 0 ? (
        <Paragraph>{t("web.sharing.delegations.none")}</Paragraph>
      ) : (
        <ul className="plain-list entries">{now.map(item)}</ul>
      )}
      {past.length > 0 && (
        <Details>
          <Details.Summary>{t("web.sharing.delegations.past", { count: past.length })}</Details.Summary>
          <Details.Content>
            <ul className="plain-list entries">{past.map(item)}</ul>
          </Details.Content>
        </Details>
      )}
    </>
  );
}
