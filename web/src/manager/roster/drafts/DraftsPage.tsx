import { Button, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { usePeriod } from "../../period/usePeriod";
import { paths } from "../paths";
import { RunningSearches } from "../search/RunningSearches";
import { ChooseTwo } from "./ChooseTwo";
import { DeleteDialog } from "./DeleteDialog";
import { DraftPanel } from "./DraftPanel";
import { ImportDialog } from "./ImportDialog";
import { NameDialog } from "./NameDialog";
import { type Draft, useDrafts } from "./useDrafts";

export type Asked = { what: "new" | "import" } | { what: "copy" | "rename" | "delete"; draft: string };

/** A period's drafts: where they come from, what they are worth, and what can be done with them. */
export function DraftsPage({ period }: { period: string }) {
  const { t } = useTranslation();
  const drafts = useDrafts(period);
  const stage = usePeriod(period).data?.period.stage;
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const about = asked && "draft" in asked ? drafts.data?.find((one) => one.id === asked.draft) : undefined;
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.drafts")}</PageTitle>
      {stage !== "published" && (
        <div className="row">
          <Button asChild>
            <Link to={paths.search(period)}>{t("web.manager.drafts.generate")}</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link to={paths.choice(period)}>{t("web.manager.choice.open")}</Link>
          </Button>
          <Button variant="secondary" onClick={() => setAsked({ what: "new" })}>
            {t("web.manager.drafts.new")}
          </Button>
          <Button variant="secondary" onClick={() => setAsked({ what: "import" })}>
            {t("web.manager.drafts.import")}
          </Button>
        </div>
      )}
      <RunningSearches period={period} />
      {drafts.error && <ProblemAlert error={drafts.error} retry={() => void drafts.refetch()} />}
      {drafts.isLoading && <Waiting />}
      {drafts.data?.length === 0 && <NoDrafts />}
      <ul className="plain-list draft-list">
        {drafts.data?.map((draft) => (
          <DraftPanel key={draft.id} draft={draft} ask={setAsked} parent={nameOf(drafts.data, draft.parent)} />
        ))}
      </ul>
      {drafts.data && drafts.data.length > 1 && <ChooseTwo period={period} drafts={drafts.data} />}
      {asked?.what === "import" && <ImportDialog period={period} close={close} />}
      {asked?.what === "new" && <NameDialog what="new" period={period} close={close} />}
      {(asked?.what === "copy" || asked?.what === "rename") && about && (
        <NameDialog what={asked.what} draft={about} period={period} close={close} />
      )}
      {asked?.what === "delete" && about && <DeleteDialog draft={about} period={period} close={close} />}
    </div>
  );
}

function nameOf(drafts: Draft[], id: string | null | undefined): string {
  return drafts.find((draft) => draft.id === id)?.name ?? "";
}

function NoDrafts() {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <Paragraph>{t("web.manager.drafts.none")}</Paragraph>
      <Paragraph data-size="sm">{t("web.manager.drafts.none.hint")}</Paragraph>
    </div>
  );
}
