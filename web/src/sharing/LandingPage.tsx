import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageTitle } from "../app/PageTitle";
import { InventedNote } from "./InventedNote";
import { type As, pagesOf } from "./pages";
import { useCatalogue, useDelegations, useTaskBook } from "./useSharing";

interface Props {
  unit: { id: string; name: string };
  base: string;
  as: As;
}

/** Where one begins: what task sharing is about, and what waits in this unit. */
export function LandingPage({ unit, base, as }: Props) {
  const { t } = useTranslation();
  const book = useTaskBook(unit.id).data?.book;
  const waits = useWaits(unit.id);
  return (
    <>
      <PageTitle>{t("web.sharing.title")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.sharing.intro", { unit: unit.name })}</Paragraph>
      {book?.invented && <InventedNote />}
      <ul className="plain-list sharing-cards">
        {pagesOf(as).map((page) => (
          <li key={page.path} className="panel office-card">
            <Heading level={2} data-size="2xs">
              <Link to={`${base}/${page.path}`} className="office-link">
                {t(`web.sharing.page.${page.name}`)}
              </Link>
            </Heading>
            <Paragraph>{t(`web.sharing.page.${page.name}.what`)}</Paragraph>
            {waits[page.name] && <strong>{waits[page.name]}</strong>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What there is to do on each page, in a few words. */
function useWaits(unit: string): Record<string, string | undefined> {
  const { t } = useTranslation();
  const tasks = useCatalogue(unit).data?.tasks;
  const delegations = useDelegations(unit).data?.delegations;
  const page = useTaskBook(unit).data;
  const counts = tasks?.filter((task) => task.counts).length ?? 0;
  const proposed = tasks?.filter((task) => task.approvals.some((one) => one.standing === "proposed")).length ?? 0;
  const soon = delegations?.filter((one) => one.standing === "ends_soon").length ?? 0;
  return {
    catalogue: tasks && t("web.sharing.waits.catalogue", { counts, all: tasks.length, proposed }),
    delegations: soon > 0 ? t("web.sharing.delegations.soon", { count: soon }) : undefined,
    log: page && t(page.book ? "web.sharing.waits.logged" : "web.sharing.waits.log"),
  };
}
