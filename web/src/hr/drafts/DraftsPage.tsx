import { Field, Heading, Label, Paragraph, Select, Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas, told } from "../../api/client";
import { Asked } from "../../office/Asked";
import { useNumbers } from "../../office/useNumbers";
import type { Period } from "../../periods/usePeriods";
import { Difference } from "./Difference";

type Draft = Schemas["DraftShape"];

/** A period's drafts, and what tells two of them apart. */
export function DraftsPage({ period }: { period: Period }) {
  const { t } = useTranslation();
  const drafts = useQuery({
    queryKey: ["drafts", period.id],
    queryFn: () =>
      told(api.GET("/api/periods/{period}/drafts", { params: { path: { period: period.id } } })),
  });
  return (
    <Asked query={drafts} none={t("web.hr.drafts.none")} empty={(data) => data.length === 0}>
      {(data) => (
        <>
          <section className="panel" aria-labelledby="drafts">
            <Heading level={2} data-size="2xs" id="drafts">
              {t("web.hr.drafts")}
            </Heading>
            <ul className="plain-list stack">
              {data.map((draft) => (
                <DraftItem key={draft.id} draft={draft} />
              ))}
            </ul>
          </section>
          {data.length > 1 && <Compare drafts={data} period={period} />}
        </>
      )}
    </Asked>
  );
}

function DraftItem({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { number, stamp } = useNumbers();
  return (
    <li className="office-item stack-tight">
      <span className="row">
        <strong>{t("web.hr.draft", { number: draft.number, name: draft.name })}</strong>
        <Tag data-color="neutral">{t(`web.hr.source.${draft.source}`)}</Tag>
        {draft.shown && <Tag data-color="info">{t("web.hr.draft.shown")}</Tag>}
      </span>
      <span className="quiet">{t("web.hr.draft.changed", { at: stamp(draft.changed) })}</span>
      {draft.objective !== null && (
        <span>
          {!draft.bound
            ? t("web.hr.draft.points", { points: number(draft.objective) })
            : t("web.hr.draft.bound", { points: number(draft.objective), bound: number(draft.bound) })}
        </span>
      )}
    </li>
  );
}

function Compare({ drafts, period }: { drafts: Draft[]; period: Period }) {
  const { t } = useTranslation();
  const shown = drafts.find((draft) => draft.shown) ?? drafts[0];
  const [before, setBefore] = useState(shown?.id ?? "");
  const [after, setAfter] = useState(drafts.find((draft) => draft.id !== shown?.id)?.id ?? "");
  const choices = drafts.map((draft) => (
    <Select.Option key={draft.id} value={draft.id}>
      {t("web.hr.draft", { number: draft.number, name: draft.name })}
    </Select.Option>
  ));
  return (
    <section className="panel" aria-labelledby="compare">
      <Heading level={2} data-size="2xs" id="compare">
        {t("web.hr.compare")}
      </Heading>
      <div className="office-filters">
        <Field>
          <Label>{t("web.hr.compare.before")}</Label>
          <Select value={before} onChange={(event) => setBefore(event.target.value)}>
            {choices}
          </Select>
        </Field>
        <Field>
          <Label>{t("web.hr.compare.after")}</Label>
          <Select value={after} onChange={(event) => setAfter(event.target.value)}>
            {choices}
          </Select>
        </Field>
      </div>
      {before === after ? (
        <Paragraph>{t("web.hr.compare.same")}</Paragraph>
      ) : (
        <Difference before={before} after={after} period={period} />
      )}
    </section>
  );
}
