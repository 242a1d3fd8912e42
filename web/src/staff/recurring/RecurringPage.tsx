import { Heading, Paragraph } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, told } from "../../api/client";
import { keys } from "../../api/keys";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { useOutbox } from "../../outbox/OutboxProvider";
import { WishTabs } from "../wishes/WishTabs";
import { RecurringForm } from "./RecurringForm";
import { RecurringRow } from "./RecurringRow";
import { recurringRows } from "./rows";
import "../wishes/wishes.css";
import "./recurring.css";

/** Wishes that come back: entered into each round once the manager has approved them. */
export function RecurringPage({ unit }: { unit: string }) {
  const { t } = useTranslation();
  const [outbox, { entries }] = useOutbox();
  const mine = useQuery({
    queryKey: keys.recurring(unit),
    queryFn: () =>
      told(api.GET("/api/units/{unit}/recurring-wishes/mine", { params: { path: { unit } } })),
    meta: { offline: true },
  });
  const rows = recurringRows(mine.data ?? [], entries, unit);
  return (
    <>
      <PageTitle>{t("web.wishes.recurring")}</PageTitle>
      <WishTabs />
      <Paragraph className="quiet">{t("web.recurring.how")}</Paragraph>
      {mine.error && <ProblemAlert error={mine.error} retry={() => void mine.refetch()} />}
      {mine.isLoading && <Waiting />}
      {mine.data && rows.length === 0 && <Paragraph>{t("web.recurring.none")}</Paragraph>}
      <ul className="plain-list shift-days">
        {rows.map((row) => (
          <RecurringRow
            key={row.id}
            row={row}
            remove={() =>
              row.state === "kept" || row.state === "approved"
                ? outbox.add({ kind: "unrecurring", unit, wish: row.id })
                : outbox.drop(row.id)
            }
          />
        ))}
      </ul>
      <section className="panel" aria-labelledby="new-recurring">
        <Heading level={2} data-size="2xs" id="new-recurring">
          {t("web.recurring.new")}
        </Heading>
        <RecurringForm
          unit={unit}
          add={(facts) => outbox.add({ kind: "recurring", unit, facts })}
        />
      </section>
    </>
  );
}
