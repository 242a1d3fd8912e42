import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { api, told } from "../../../api/client";
import { PageTitle } from "../../../app/PageTitle";
import { Asked } from "../../../office/Asked";
import { BreachList } from "../../../office/BreachList";
import { GapTable } from "../../../office/GapTable";
import { useFormats } from "../../../texts/useFormats";
import { DraftChoice } from "../drafts/ChooseTwo";
import { useDrafts } from "../drafts/useDrafts";
import { useDraftGrid } from "../grid/useDraftGrid";
import { rosterKeys } from "../keys";
import { useNumbers } from "../numbers";
import { paths } from "../paths";
import { provedBound } from "../search/news";
import type { Grid } from "./shares";
import { ShareTable } from "./ShareTable";
import { type Card } from "./terms";
import { TermTable } from "./TermTable";

/** What a draft is worth and why, and who carries what. */
export function CardPage({ period }: { period: string }) {
  const { draft = "" } = useParams();
  const grid = useDraftGrid(draft);
  return (
    <div className="page">
      <Links period={period} draft={draft} />
      <Asked query={grid}>{(told) => <WholeCard grid={told} period={period} />}</Asked>
    </div>
  );
}

function Links({ period, draft }: { period: string; draft: string }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <Link className="ds-link" to={paths.drafts(period)}>{t("web.manager.drafts.back")}</Link>
      <Link className="ds-link" to={paths.grid(period, draft)}>{t("web.manager.draft.open")}</Link>
    </div>
  );
}

function WholeCard({ grid, period }: { grid: Grid; period: string }) {
  const { t } = useTranslation();
  const { id, revision, number, name } = grid.draft;
  const card = useQuery({
    queryKey: rosterKeys.card(id, revision),
    queryFn: () => told(api.GET("/api/drafts/{draft}/card", { params: { path: { draft: id } } })),
  });
  return (
    <>
      <PageTitle>{t("web.manager.card.title", { name: t("web.manager.draft.title", { number, name }) })}</PageTitle>
      <CardFacts grid={grid} />
      <Against period={period} draft={id} />
      <BreachList grid={grid} />
      <Asked query={card}>
        {(told) => (
          <>
            <Notices card={told} />
            <TermTable terms={told.terms} />
          </>
        )}
      </Asked>
      <ShareTable grid={grid} />
      <GapTable grid={grid} />
    </>
  );
}

function CardFacts({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const formats = useFormats();
  const sum = (name: "planned" | "contract") => grid.people.reduce((all, one) => all + one[name], 0);
  const bound = provedBound(grid.draft.objective, grid.draft.bound);
  const facts = [
    ["points", numbers.whole(grid.verdict.points)],
    ["bound", bound === null ? t("web.manager.card.bound.none") : numbers.whole(bound)],
    ["hard", numbers.whole(grid.verdict.hard)],
    ["hours", t("web.office.of", { value: formats.hours(sum("planned")), whole: formats.hours(sum("contract")) })],
    ...(typeof grid.verdict.cost_ore === "number" ? [["cost", numbers.kroner(grid.verdict.cost_ore / 100)]] : []),
  ];
  return (
    <dl className="facts panel">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`web.manager.card.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What nobody should miss: an agreement that ends, a rule that is off; then what the reserve saves. */
function Notices({ card }: { card: Card }) {
  const notices = card.notices ?? [];
  const warnings = notices.filter((notice) => notice.kind !== "reserve");
  const reserve = notices.filter((notice) => notice.kind === "reserve");
  return [
    { color: "warning", some: warnings } as const,
    { color: "info", some: reserve } as const,
  ].map(
    ({ color, some }) =>
      some.length > 0 && (
        <Alert data-color={color} key={color}>
          {some.map((notice, number) => (
            <Paragraph key={number}>{notice.text}</Paragraph>
          ))}
        </Alert>
      ),
  );
}

function Against({ period, draft }: { period: string; draft: string }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const others = useDrafts(period).data?.filter((one) => one.id !== draft) ?? [];
  const first = others[0];
  if (!first) return null;
  return (
    <form
      className="row choose-two"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget).get("other");
        if (typeof chosen === "string") void go(paths.against(period, draft, chosen));
      }}
    >
      <DraftChoice label={t("web.manager.card.against")} name="other" drafts={others} first={first.id} />
      <Button type="submit" variant="secondary">
        {t("web.manager.difference.do")}
      </Button>
    </form>
  );
}
