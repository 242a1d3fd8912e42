import { Alert, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../../search/useJobs";
import type { ChoiceTold, Option } from "../useQuestions";
import { CardsTable } from "./CardsTable";
import { KeepDialog } from "./KeepDialog";
import { OptionPanel } from "./OptionPanel";

/** Rosters beside each other: what sets each apart in words, then all cards goal by goal. */
export function ChoiceResult({ told, job }: { told: ChoiceTold; job: Job }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Option["favours"] | null>(null);
  const keeping = told.options.find((option) => option.favours === asked);
  const first = told.options[0];
  const names = told.left_out.map((one) => t(`web.manager.choice.favours.${one}`)).join(", ");
  return (
    <>
      <Paragraph>{t("web.manager.choice.measured")}</Paragraph>
      {told.partial && (
        <Alert data-color="warning">
          <Paragraph>{t("web.manager.choice.partial")}</Paragraph>
        </Alert>
      )}
      <ul className="plain-list draft-list">
        {told.options.map((option) => (
          <OptionPanel
            key={option.favours}
            option={option}
            first={first ?? option}
            compared={told.options.length > 1}
            job={job}
            keep={() => setAsked(option.favours)}
          />
        ))}
      </ul>
      {told.options.length === 1 && <Paragraph>{t("web.manager.choice.alone")}</Paragraph>}
      {names && <Paragraph data-size="sm">{t("web.manager.choice.left_out", { names })}</Paragraph>}
      {told.options.length > 1 && <CardsTable options={told.options} />}
      {keeping && <KeepDialog told={told} option={keeping} job={job} close={() => setAsked(null)} />}
    </>
  );
}
