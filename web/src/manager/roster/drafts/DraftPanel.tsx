import { Button, Heading, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../texts/useFormats";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { provedBound } from "../search/news";
import type { Asked } from "./DraftsPage";
import type { Draft } from "./useDrafts";

interface Props {
  draft: Draft;
  /** The name of the draft that this one was made from; empty when there is none. */
  parent: string;
  ask: (asked: Asked) => void;
}

/** One draft with its facts, and what can be done with it. */
export function DraftPanel({ draft, parent, ask }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = draft.shown ? (["copy", "rename"] as const) : (["copy", "rename", "delete"] as const);
  return (
    <li className="panel draft">
      <div className="row">
        <Heading level={2} data-size="2xs">
          <Link className="ds-link" to={paths.grid(draft.period, draft.id)}>
            {t("web.manager.draft.title", { number: draft.number, name: draft.name })}
          </Link>
        </Heading>
        <Tag data-size="sm" data-color="neutral">
          {t(`web.manager.draft.source.${draft.source}`)}
        </Tag>
        {draft.shown && (
          <Tag data-size="sm" data-color="info">
            {t("web.manager.draft.shown")}
          </Tag>
        )}
      </div>
      <DraftFacts draft={draft} />
      <span className="quiet">
        {t("web.manager.draft.changed", { at: formats.moment(draft.changed) })}
        {parent && ` · ${t("web.manager.draft.parent", { name: parent })}`}
      </span>
      <div className="row">
        <Button asChild data-size="sm">
          <Link to={paths.grid(draft.period, draft.id)}>{t("web.manager.draft.open")}</Link>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <Link to={paths.card(draft.period, draft.id)}>{t("web.manager.draft.card")}</Link>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <Link to={paths.stress(draft.period, draft.id)}>{t("web.manager.stress.open")}</Link>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <Link to={paths.burdens(draft.period, draft.id)}>{t("web.manager.burdens.open")}</Link>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <Link to={paths.receipts(draft.period, draft.id)}>{t("web.manager.receipts.title")}</Link>
        </Button>
        {acts.map((what) => (
          <Button
            key={what}
            data-size="sm"
            variant="tertiary"
            data-color={what === "delete" ? "danger" : undefined}
            aria-label={t(`web.manager.draft.${what}.of`, { name: draft.name })}
            onClick={() => ask({ what, draft: draft.id })}
          >
            {t(`web.manager.draft.${what}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}

function DraftFacts({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { objective } = draft;
  const bound = provedBound(objective, draft.bound);
  const known = typeof objective === "number";
  return (
    <dl className="facts">
      <div>
        <dt>{t("web.manager.draft.points")}</dt>
        <dd>{known ? numbers.whole(objective) : t("web.manager.draft.points.none")}</dd>
      </div>
      {bound !== null && (
        <div>
          <dt>{t("web.manager.draft.bound")}</dt>
          <dd>{numbers.whole(bound)}</dd>
        </div>
      )}
    </dl>
  );
}
