import { Alert, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Schemas } from "../../../api/client";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { PageTitle } from "../../../app/PageTitle";
import { Waiting } from "../../../app/Waiting";
import { type Grid, RosterGrid, type Translate } from "../../../grid";
import { usePeriod } from "../../period/usePeriod";
import { paths } from "../paths";
import { LeaveDialog } from "./LeaveDialog";
import { useDraftCalls } from "./useDraftCalls";
import { useDraftGrid } from "./useDraftGrid";
import { useLeaveGuard } from "./useLeaveGuard";

/** A draft's whole roster, to be read and changed. */
export default function GridPage({ period }: { period: string }) {
  const { draft = "" } = useParams();
  const grid = useDraftGrid(draft);
  if (grid.error && !grid.data) {
    return (
      <div className="page">
        <ProblemAlert error={grid.error} retry={() => void grid.refetch()} />
        <BackToDrafts period={period} />
      </div>
    );
  }
  if (!grid.data) return <Waiting />;
  return <OpenDraft period={period} grid={grid.data} refetch={() => void grid.refetch()} />;
}

interface OpenProps {
  period: string;
  grid: Schemas["Grid"];
  refetch: () => void;
}

function OpenDraft({ period, grid, refetch }: OpenProps) {
  const { t, i18n } = useTranslation();
  const [unsaved, setUnsaved] = useState(0);
  const published = usePeriod(period).data?.period.stage === "published";
  const calls = useDraftCalls(period, grid.draft.id, grid.people);
  const guard = useLeaveGuard(unsaved > 0);
  const translate: Translate = useCallback((key, values) => t(key, values ?? {}), [t]);
  const shown = useMemo(() => drawable(grid), [grid]);
  const readOnly = grid.draft.shown || published;
  return (
    <div className="page roster-page">
      <div className="row roster-head">
        <BackToDrafts period={period} />
        <PageTitle>{t("web.manager.draft.title", { number: grid.draft.number, name: grid.draft.name })}</PageTitle>
        <Tag data-size="sm" data-color="neutral">
          {t(`web.manager.draft.source.${grid.draft.source}`)}
        </Tag>
        <Link className="ds-link" to={paths.card(period, grid.draft.id)}>{t("web.manager.draft.card")}</Link>
      </div>
      {readOnly && (
        <Alert data-color="info" data-size="sm">
          <Paragraph>{t(published ? "web.manager.grid.published" : "web.manager.grid.shown")}</Paragraph>
        </Alert>
      )}
      <RosterGrid
        grid={shown}
        readOnly={readOnly}
        language={i18n.language}
        t={translate}
        {...calls}
        onStale={refetch}
        onUnsaved={setUnsaved}
      />
      {guard.asked && <LeaveDialog count={unsaved} leave={guard.leave} stay={guard.stay} />}
    </div>
  );
}

/** The draft as the grid takes it: a cost that is not told is null. */
function drawable(grid: Schemas["Grid"]): Grid {
  return { ...grid, verdict: { ...grid.verdict, cost_ore: grid.verdict.cost_ore ?? null } };
}

function BackToDrafts({ period }: { period: string }) {
  const { t } = useTranslation();
  return <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>;
}
