import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { WardProblem } from "../ward/SectionPage";
import { useSection } from "../ward/useSection";
import { RoundPanel } from "./RoundPanel";
import { useAllWishes } from "./useAnswered";
import { usePeriod } from "./usePeriod";
import { rows, type Row } from "./wishes/overview";
import { PersonWishesDialog } from "./wishes/PersonWishesDialog";
import { WishTable } from "./wishes/WishTable";
import { useRecurring } from "../recurring/useRecurring";

/** Everybody's wishes day by day, who has not answered, and how the days would be covered. */
export default function WishesPage() {
  const { t } = useTranslation();
  const { period: id = "" } = useParams();
  const found = usePeriod(id).data;
  const wishes = useAllWishes(id);
  const people = useSection("people");
  const [open, setOpen] = useState<Row>();
  if (!found) return <Waiting />;
  const { period, tag } = found;
  const all = rows(people.data?.items ?? [], wishes.data ?? [], period);
  return (
    <div className="page">
      <PageTitle>{t("web.manager.period.tab.wishes")}</PageTitle>
      <RoundPanel period={period} tag={tag} />
      <RecurringNote unit={period.unit} />
      {wishes.error && <ProblemAlert error={wishes.error} retry={() => void wishes.refetch()} />}
      {people.error && <WardProblem error={people.error} retry={() => void people.refetch()} />}
      {(wishes.isLoading || people.isLoading) && <Waiting />}
      {wishes.data && people.data && (
        <>
          <Answers rows={all} />
          <Paragraph className="quiet intro">{t("web.manager.wishes.how")}</Paragraph>
          <WishTable period={period} rows={all} open={setOpen} />
        </>
      )}
      {open && <PersonWishesDialog row={open} period={period} close={() => setOpen(undefined)} />}
    </div>
  );
}

function Answers({ rows: all }: { rows: Row[] }) {
  const { t } = useTranslation();
  const missing = all.filter((row) => !row.answered);
  return (
    <section className="panel" aria-labelledby="answers">
      <Heading level={2} data-size="2xs" id="answers">
        {t("web.manager.wishes.answered", { count: all.length - missing.length, all: all.length })}
      </Heading>
      {missing.length > 0 && (
        <p>
          {t("web.manager.wishes.missing", { names: missing.map((row) => row.name).join(", ") })}
        </p>
      )}
    </section>
  );
}

function RecurringNote({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const waiting = (useRecurring(unit).data ?? []).filter((wish) => !wish.approved).length;
  if (waiting === 0) return null;
  return (
    <p>
      <Link to="/manager/unit/recurring">{t("web.manager.wishes.recurring", { count: waiting })}</Link>
    </p>
  );
}
