import { useTranslation } from "react-i18next";
import { PageTitle } from "../../../app/PageTitle";
import type { Period } from "../../../periods/usePeriods";
import { usePeriod } from "../../period/usePeriod";
import { useDrafts } from "../drafts/useDrafts";
import { Asked } from "../../../office/Asked";
import { CommentsToAnswer } from "./CommentsToAnswer";
import { ProtocolDesk } from "./ProtocolDesk";
import { ShowDraft } from "./ShowDraft";
import { ShownDraft } from "./ShownDraft";
import { NotYet } from "./NotYet";

/** The discussion of a draft: shown to staff, commented on and answered, its protocol signed. */
export function HearingPage({ period: id }: { period: string }) {
  const { t } = useTranslation();
  const period = usePeriod(id);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.hearing")}</PageTitle>
      <Asked query={period}>{(found) => <Hearing period={found.period} />}</Asked>
    </div>
  );
}

function Hearing({ period }: { period: Period }) {
  const drafts = useDrafts(period.id);
  const { stage } = period;
  const shown = stage === "preview" || stage === "published";
  return (
    <>
      {(stage === "setup" || stage === "wishing") && <NotYet period={period} />}
      <Asked query={drafts}>
        {(all) => {
          const draft = all.find((one) => one.id === period.shown);
          return (
            <>
              {shown && draft && <ShownDraft period={period} draft={draft} />}
              {stage === "drafting" && <ShowDraft period={period} drafts={all} />}
              {stage === "preview" && all.length > 1 && (
                <ShowDraft period={period} drafts={all.filter((one) => one.id !== period.shown)} instead />
              )}
            </>
          );
        }}
      </Asked>
      <CommentsToAnswer period={period} />
      <ProtocolDesk period={period} />
    </>
  );
}
