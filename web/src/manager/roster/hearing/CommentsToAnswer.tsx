import { Button, Heading, Tag, Textfield } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../../api/ProblemAlert";
import { Asked } from "../../../office/Asked";
import type { Period } from "../../../periods/usePeriods";
import { useFormats } from "../../../texts/useFormats";
import { useDrafts } from "../drafts/useDrafts";
import { useDraftGrid } from "../grid/useDraftGrid";
import { type Comment, useAnswer, useComments } from "./useHearing";

/** Comments on the drafts that were shown, those without an answer first. */
export function CommentsToAnswer({ period }: { period: Period }) {
  const { t } = useTranslation();
  const comments = useComments(period.id);
  const waiting = comments.data?.filter((comment) => !comment.answer).length ?? 0;
  return (
    <section className="panel" aria-labelledby="comments-to-answer">
      <div className="row">
        <Heading level={2} data-size="2xs" id="comments-to-answer">
          {t("web.manager.hearing.comments")}
        </Heading>
        {waiting > 0 && (
          <Tag data-size="sm" data-color="warning">
            {t("web.manager.hearing.unanswered", { count: waiting })}
          </Tag>
        )}
      </div>
      <Asked query={comments} none={t("web.manager.hearing.comments.none")} empty={(all) => all.length === 0}>
        {(all) => <List period={period} comments={all} />}
      </Asked>
    </section>
  );
}

function List({ period, comments }: { period: Period; comments: Comment[] }) {
  const grid = useDraftGrid(period.shown ?? "");
  const drafts = useDrafts(period.id).data;
  const names = new Map(grid.data?.people.map((person) => [person.id, person.name]));
  const first = [...comments].sort((one, other) => Number(!!one.answer) - Number(!!other.answer));
  return (
    <ul className="plain-list stack">
      {first.map((comment) => (
        <OneComment
          key={comment.id}
          period={period.id}
          comment={comment}
          name={comment.person ? names.get(comment.person) : undefined}
          draft={comment.draft === period.shown ? undefined : drafts?.find((one) => one.id === comment.draft)?.number}
        />
      ))}
    </ul>
  );
}

interface OneProps {
  period: string;
  comment: Comment;
  name: string | undefined;
  /** The number of the draft, where it is another than the one shown. */
  draft: number | undefined;
}

function OneComment({ period, comment, name, draft }: OneProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [writing, setWriting] = useState(false);
  const role = t(`web.office.role.${comment.role}`);
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{name ?? role}</strong>
        {name && <span className="quiet">{role}</span>}
        <span className="quiet">{formats.moment(comment.at)}</span>
        {draft !== undefined && <Tag data-size="sm" data-color="neutral">{t("web.manager.hearing.of_draft", { number: draft })}</Tag>}
      </span>
      <p className="office-said">{comment.text}</p>
      {comment.answer && !writing && (
        <blockquote className="office-answer">
          <strong>{t("web.manager.hearing.answer")}</strong>
          <p className="office-said">{comment.answer}</p>
        </blockquote>
      )}
      {writing ? (
        <AnswerForm period={period} comment={comment} close={() => setWriting(false)} />
      ) : (
        <div>
          <Button variant={comment.answer ? "tertiary" : "secondary"} data-size="sm" onClick={() => setWriting(true)}>
            {t(comment.answer ? "web.manager.hearing.answer.change" : "web.manager.hearing.answer.write")}
          </Button>
        </div>
      )}
    </li>
  );
}

function AnswerForm({ period, comment, close }: { period: string; comment: Comment; close: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(comment.answer);
  const answer = useAnswer(period);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ comment: comment.id, answer: text.trim() }, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} className="comment-answer">
      <Textfield
        multiline
        rows={3}
        maxLength={2000}
        label={t("web.manager.hearing.answer")}
        description={t("web.manager.hearing.answer.hint")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {answer.error && <ProblemAlert error={answer.error} />}
      <div className="row">
        <Button type="submit" data-size="sm" loading={answer.isPending}>
          {t("web.manager.hearing.answer.save")}
        </Button>
        <Button type="button" data-size="sm" variant="tertiary" onClick={close}>
          {t("web.manager.cancel")}
        </Button>
      </div>
    </form>
  );
}
