import { Heading, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../api/client";
import { keys } from "../api/keys";
import { Asked } from "../office/Asked";
import { usePreviewGrid } from "../office/questions";
import type { Period } from "../periods/usePeriods";
import { useMe } from "../session/useMe";
import { NewComment } from "../staff/preview/Comments";
import { useFormats } from "../texts/useFormats";

type Comment = Schemas["CommentShape"];

/** All comments on the draft with their answers, and a field for one's own. */
export function AllComments({ period }: { period: Period }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const params = { path: { period: period.id } };
  const comments = useQuery({
    queryKey: keys.comments(period.id),
    queryFn: () => told(api.GET("/api/periods/{period}/comments", { params })),
  });
  const until = period.comments_to;
  // the clock is read when the page is opened; the service has the last word
  const open = period.stage === "preview" && (!until || new Date(until) > new Date());
  return (
    <section className="panel" aria-labelledby="all-comments">
      <Heading level={2} data-size="2xs" id="all-comments">
        {t("web.representative.comments")}
      </Heading>
      {open && until && <Paragraph>{t("web.comments.until", { at: formats.moment(until) })}</Paragraph>}
      <Asked
        query={comments}
        none={t("web.representative.comments.none")}
        empty={(data) => data.length === 0}
      >
        {(data) => <List comments={data} period={period} />}
      </Asked>
      {open ? (
        <NewComment period={period.id} />
      ) : (
        <Paragraph>{t("web.comments.closed")}</Paragraph>
      )}
    </section>
  );
}

function List({ comments, period }: { comments: Comment[]; period: Period }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { account } = useMe();
  const grid = usePreviewGrid(period.id);
  const names = new Map(grid.data?.people.map((person) => [person.id, person.name]));
  const writer = (comment: Comment) => {
    if (comment.by === account) return t("web.representative.comment.mine");
    const name = comment.person ? names.get(comment.person) : undefined;
    return name ?? t(`web.office.role.${comment.role}`);
  };
  return (
    <ul className="plain-list stack">
      {comments.map((comment) => (
        <li key={comment.id} className="office-item stack-tight">
          <span className="row">
            <strong>{writer(comment)}</strong>
            <span className="quiet">{formats.moment(comment.at)}</span>
            {grid.data && comment.draft !== grid.data.draft.id && (
              <Tag data-size="sm" data-color="neutral">
                {t("web.representative.comment.earlier")}
              </Tag>
            )}
          </span>
          <p className="office-said">{comment.text}</p>
          {comment.answer ? (
            <blockquote className="office-answer">
              <strong>{t("web.comments.answer")}</strong>
              <p className="office-said">{comment.answer}</p>
            </blockquote>
          ) : (
            <span className="quiet">{t("web.representative.comment.unanswered")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
