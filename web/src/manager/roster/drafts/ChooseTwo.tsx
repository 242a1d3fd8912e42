import { Button, Heading, Select } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../paths";
import type { Draft } from "./useDrafts";

/** Choose two drafts to be laid beside each other. */
export function ChooseTwo({ period, drafts }: { period: string; drafts: Draft[] }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [same, setSame] = useState(false);
  return (
    <section className="panel" aria-labelledby="choose-two">
      <Heading level={2} data-size="2xs" id="choose-two">
        {t("web.manager.difference.choose")}
      </Heading>
      <form
        className="row choose-two"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget);
          const [before, after] = [String(given.get("before")), String(given.get("after"))];
          setSame(before === after);
          if (before !== after) void go(paths.against(period, after, before));
        }}
      >
        <DraftChoice label={t("web.manager.difference.before")} name="before" drafts={drafts} first={drafts[1]?.id} />
        <DraftChoice label={t("web.manager.difference.after")} name="after" drafts={drafts} first={drafts[0]?.id} />
        <Button type="submit" variant="secondary">
          {t("web.manager.difference.do")}
        </Button>
        <span role="status">{same && t("web.manager.difference.same")}</span>
      </form>
    </section>
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  drafts: Draft[];
  first: string | undefined;
}

/** A list of drafts to choose one of. */
export function DraftChoice({ label, name, drafts, first }: ChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <label htmlFor={id} className="stack-tight">
      <span>{label}</span>
      <Select id={id} name={name} defaultValue={first}>
        {drafts.map((draft) => (
          <Select.Option key={draft.id} value={draft.id}>
            {t("web.manager.draft.title", { number: draft.number, name: draft.name })}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}
