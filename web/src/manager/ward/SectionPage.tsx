import { Paragraph } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Refusal } from "../../api/problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import type { Section, Sections } from "./sections";
import { useSection } from "./useSection";

interface Props<S extends Section> {
  section: S;
  title: string;
  intro?: string;
  children: (items: Sections[S][]) => ReactNode;
}

/** A page about one part of the ward. */
export function SectionPage<S extends Section>({ section, title, intro, children }: Props<S>) {
  const held = useSection(section);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {intro && <Paragraph className="quiet intro">{intro}</Paragraph>}
      {held.error && <WardProblem error={held.error} retry={() => void held.refetch()} />}
      {held.isLoading && <Waiting />}
      {held.data && children(held.data.items)}
    </>
  );
}

export function isWardless(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === "ward.none";
}

/** A unit without a ward is no error: it is set up by a workbook. */
export function WardProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  if (!isWardless(error)) return <ProblemAlert error={error} retry={retry} />;
  return (
    <div className="panel">
      <Paragraph>{t("web.manager.ward.none")}</Paragraph>
      <Link to="/manager/unit/workbook">{t("web.manager.ward.none.go")}</Link>
    </div>
  );
}
