import { Button, Heading, Paragraph, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { newId } from "../../outbox/new-id";
import { useMe } from "../../session/useMe";
import { useFormats } from "../../texts/useFormats";

interface Props {
  period: string;
  preview: Schemas["Preview"];
}

/** One's comments on the draft with the manager's answers, and a field for another. */
export function Comments({ period, preview }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { account } = useMe();
  const params = { path: { period } };
  const comments = useQuery({
    queryKey: keys.comments(period),
    queryFn: () => told(api.GET("/api/periods/{period}/comments", { params })),
    meta: { offline: true },
  });
  const own = comments.data?.filter((comment) => comment.by === account) ?? [];
  return (
    <section className="panel" aria-labelledby="my-comments">
      <Heading level={2} data-size="2xs" id="my-comments">
        {t("web.comments.title")}
      </Heading>
      {preview.open && preview.comments_to && (
        <Paragraph>{t("web.comments.until", { at: formats.moment(preview.comments_to) })}</Paragraph>
      )}
      {comments.error && (
        <ProblemAlert error={comments.error} retry={() => void comments.refetch()} />
      )}
      <ul className="plain-list stack">
        {own.map((comment) => (
          <li key={comment.id} className="comment">
            <span className="quiet">{formats.moment(comment.at)}</span>
            <p>{comment.text}</p>
            {comment.answer && (
              <blockquote>
                <strong>{t("web.comments.answer")}</strong>
                <p>{comment.answer}</p>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
      {preview.open ? <NewComment period={period} /> : <Paragraph>{t("web.comments.closed")}</Paragraph>}
    </section>
  );
}

/** A field for another comment; sent again after a lost answer it is written once. */
export function NewComment({ period }: { period: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const key = useRef(newId());
  const write = useMutation({
    mutationFn: () =>
      told(
        api.POST("/api/periods/{period}/comments", {
          params: { path: { period }, header: { "Idempotency-Key": key.current } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      key.current = newId();
      setText("");
      return client.invalidateQueries({ queryKey: keys.comments(period) });
    },
  });
  const change = (value: string) => {
    // another text is another comment
    key.current = newId();
    setText(value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) write.mutate();
  };
  return (
    <form onSubmit={submit} className="stack-tight">
      <Textfield
        multiline
        rows={3}
        maxLength={2000}
        label={t("web.comments.new")}
        description={t("web.comments.new.hint")}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      {write.error && <ProblemAlert error={write.error} />}
      <div className="row">
        <Button type="submit" loading={write.isPending}>
          {t("web.comments.send")}
        </Button>
        <span role="status">{write.isSuccess && t("web.comments.sent")}</span>
      </div>
    </form>
  );
}
