import { Button, Paragraph, Tag } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { PageTitle } from "../../app/PageTitle";
import { Waiting } from "../../app/Waiting";
import { useWishWords } from "../../staff/wishes/wish-words";
import { useFormats } from "../../texts/useFormats";
import { useWeekdays } from "../unit/useWeekdays";
import { useManagedUnit } from "../useManagedUnit";
import { useSection } from "../ward/useSection";
import { type Recurring, useApproval, useRecurring } from "./useRecurring";

/** Wishes that come back; those that wait for an answer stand first. */
export function RecurringPage() {
  const { t } = useTranslation();
  const unit = useManagedUnit().id;
  const recurring = useRecurring(unit);
  const people = useSection("people").data?.items ?? [];
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  const sorted = [...(recurring.data ?? [])].sort(
    (a, b) => Number(a.approved) - Number(b.approved) || name(a.person).localeCompare(name(b.person), "nb"),
  );
  return (
    <>
      <PageTitle>{t("web.manager.unit.recurring")}</PageTitle>
      <Paragraph className="quiet intro">{t("web.manager.recurring.intro")}</Paragraph>
      {recurring.error && (
        <ProblemAlert error={recurring.error} retry={() => void recurring.refetch()} />
      )}
      {recurring.isLoading && <Waiting />}
      {recurring.data?.length === 0 && <Paragraph>{t("web.manager.recurring.none")}</Paragraph>}
      <ul className="plain-list entries">
        {sorted.map((wish) => (
          <RecurringRow key={wish.id} unit={unit} wish={wish} name={name(wish.person)} />
        ))}
      </ul>
    </>
  );
}

function RecurringRow({ unit, wish, name }: { unit: string; wish: Recurring; name: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useWishWords();
  const approval = useApproval(unit);
  const days = useWeekdays().filter((day) => wish.weekdays.includes(day.value));
  const what = words.words(wish);
  return (
    <li className="entry">
      <div className="entry-facts">
        <span className="row entry-tags">
          <strong>{name}</strong>
          <Tag data-size="sm" data-color={wish.approved ? "success" : "warning"}>
            {t(wish.approved ? "web.manager.recurring.approved" : "web.manager.recurring.waiting")}
          </Tag>
        </span>
        <span>
          {t("web.manager.recurring.what", {
            what,
            weekdays: days.map((day) => day.label).join(", "),
            strength: words.strength(wish).toLowerCase(),
          })}
        </span>
        <span className="quiet">
          {[
            wish.every === 1
              ? t("web.manager.recurring.weekly")
              : t("web.manager.recurring.every", { count: wish.every }),
            wish.last
              ? t("web.manager.absence.span", {
                  first: formats.dayYear(wish.first),
                  last: formats.dayYear(wish.last),
                })
              : t("web.manager.recurring.from", { first: formats.dayYear(wish.first) }),
          ].join(" · ")}
        </span>
        {wish.reason && <span>{t("web.manager.wishes.reason", { reason: wish.reason })}</span>}
        {approval.error && <ProblemAlert error={approval.error} />}
      </div>
      <Button
        variant={wish.approved ? "tertiary" : "primary"}
        data-size="sm"
        loading={approval.isPending}
        aria-label={t(
          wish.approved ? "web.manager.recurring.withdraw_of" : "web.manager.recurring.approve_of",
          { name, what },
        )}
        onClick={() => approval.mutate({ wish, approved: !wish.approved })}
      >
        {t(wish.approved ? "web.manager.recurring.withdraw" : "web.manager.recurring.approve")}
      </Button>
    </li>
  );
}
