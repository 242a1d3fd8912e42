import { Tag } from "@digdir/designsystemet-react";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { today } from "../dates/dates";
import type { Period } from "../periods/usePeriods";
import { publicationsQuery } from "./questions";
import { NOTICE_DAYS, type Standing, standingOf } from "./standing";

type Colour = "success" | "warning" | "danger" | "info";

/** How a period stands against the day by which its roster must be known, once that is known. */
export function useStanding(period: Period): Standing | undefined {
  const published = period.stage === "published";
  const publications = useQuery({ ...publicationsQuery(period.id), enabled: published });
  if (published && !publications.data) return undefined;
  return standingOf(period, publications.data ?? [], today());
}

/** How many days before it takes effect a roster was made known, in words. */
export function publishedText(t: TFunction, daysAhead: number): string {
  if (daysAhead >= NOTICE_DAYS) return t("web.office.standing.in_time", { count: daysAhead });
  if (daysAhead > 0) return t("web.office.standing.short", { count: daysAhead });
  if (daysAhead === 0) return t("web.office.standing.same_day");
  return t("web.office.standing.after", { count: -daysAhead });
}

/** The same in words. */
export function standingText(t: TFunction, standing: Standing): string {
  switch (standing.kind) {
    case "published":
      return publishedText(t, standing.daysAhead);
    case "ahead":
      if (standing.days === 0) return t("web.office.standing.today");
      return t("web.office.standing.ahead", { count: standing.days });
    case "late":
      return t("web.office.standing.late", { count: standing.days });
    case "begun":
      return t("web.office.standing.begun");
  }
}

function colourOf(standing: Standing): Colour {
  if (standing.kind === "published") return standing.onTime ? "success" : "warning";
  if (standing.kind === "ahead") return standing.days <= 7 ? "warning" : "info";
  return "danger";
}

export function StandingNote({ period }: { period: Period }) {
  const { t } = useTranslation();
  const standing = useStanding(period);
  if (!standing) return null;
  return <Tag data-color={colourOf(standing)}>{standingText(t, standing)}</Tag>;
}
