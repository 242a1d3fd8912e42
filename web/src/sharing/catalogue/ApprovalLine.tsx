import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import type { As } from "../pages";
import { StandingTag } from "../StandingTag";
import type { Approval, TaskRow } from "../useSharing";
import { useTold } from "../useTold";
import { useWayWords } from "./useWayWords";

interface Props {
  task: TaskRow;
  approval: Approval;
  as: As;
  busy: boolean;
  act: (approval: Approval, what: "approval" | "withdrawal") => void;
}

/** What was proposed or approved, by whom and for how long; its head decides. */
export function ApprovalLine({ task, approval, as, busy, act }: Props) {
  const { t } = useTranslation();
  const words = useWayWords();
  const ways = task.ways.filter((way) => approval.ways.includes(way.number));
  const open = approval.standing === "proposed";
  const past = approval.standing === "withdrawn" || approval.standing === "over";
  return (
    <div className="sharing-approval">
      <div className="entry-facts">
        <span className="row">
          <StandingTag standing={approval.standing} of="approval" />
          <Span approval={approval} />
        </span>
        <span>
          {ways.length === task.ways.length && !approval.changed
            ? t("web.sharing.approval.whole")
            : ways.map(words.way).join("; ")}
        </span>
        <Who approval={approval} />
      </div>
      {!past && (
        <span className="row">
          {open && as === "manager" && (
            <Named task={task} what="approve" busy={busy} act={() => act(approval, "approval")} />
          )}
          {(open || as === "manager") && (
            <Withdraw task={task} open={open} busy={busy} act={() => act(approval, "withdrawal")} />
          )}
        </span>
      )}
    </div>
  );
}

function Span({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const first = approval.first ?? approval.approved_on;
  const from = first ? formats.dayYear(first) : t("web.sharing.approval.at_once");
  return (
    <span>
      {approval.last
        ? t("web.sharing.approval.span", { from, to: formats.dayYear(approval.last) })
        : t("web.sharing.approval.open", { from })}
    </span>
  );
}

function Who({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const someone = t("web.sharing.someone");
  const day = (at: string) => formats.dayYear(at.slice(0, 10));
  return (
    <span className="quiet">
      {approval.approved_on
        ? t("web.sharing.approval.by", { who: approval.approved_by || someone, date: day(approval.approved_on) })
        : t("web.sharing.approval.proposed_by", { who: approval.proposed_by || someone, date: day(approval.proposed) })}
      {approval.ended &&
        ` ${t("web.sharing.approval.ended_by", { who: approval.ended_by || someone, date: day(approval.ended) })}`}
    </span>
  );
}

interface ButtonProps {
  task: TaskRow;
  busy: boolean;
  act: () => void;
}

function Named({ task, what, busy, act }: ButtonProps & { what: "approve" | "withdraw" | "take_back" }) {
  const { t } = useTranslation();
  const told = useTold();
  return (
    <Button
      data-size="sm"
      variant={what === "approve" ? "primary" : "tertiary"}
      data-color={what === "approve" ? undefined : "danger"}
      disabled={busy}
      aria-label={t(`web.sharing.approval.${what}.of`, { task: told(task.name) })}
      onClick={act}
    >
      {t(`web.sharing.approval.${what}`)}
    </Button>
  );
}

/** What is approved is asked twice about: without it no task may move. */
function Withdraw({ task, open, busy, act }: ButtonProps & { open: boolean }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  if (open) return <Named task={task} what="take_back" busy={busy} act={act} />;
  if (!sure) return <Named task={task} what="withdraw" busy={busy} act={() => setSure(true)} />;
  return (
    <>
      <Button data-size="sm" data-color="danger" loading={busy} onClick={act}>
        {t("web.sharing.approval.withdraw.sure")}
      </Button>
      <Button data-size="sm" variant="secondary" onClick={() => setSure(false)}>
        {t("web.sharing.keep")}
      </Button>
    </>
  );
}
