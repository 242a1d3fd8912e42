import type { QueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { today } from "../dates/dates";
import type { CsvCell } from "../office/csv";
import { publicationsQuery, type UnitShape, wardQuery } from "../office/questions";
import { standingOf } from "../office/standing";
import { standingText } from "../office/StandingNote";
import { periodsQuery } from "../periods/usePeriods";

const HEADS = ["unit", "people", "posts", "period", "first", "last", "stage", "publish_by", "standing", "reason"];

/** All periods of some units as rows of a file; what is not known yet is fetched. */
export function useOverviewRows(client: QueryClient): (units: UnitShape[]) => Promise<CsvCell[][]> {
  const { t } = useTranslation();
  const rowsOf = async (unit: UnitShape): Promise<CsvCell[][]> => {
    const ward = await client.fetchQuery(wardQuery(unit.id));
    const held: CsvCell[] = [unit.name, ward?.people ?? null, ward?.full_time ?? null];
    const periods = await client.fetchQuery(periodsQuery(unit.id));
    const rows = periods.map(async (period): Promise<CsvCell[]> => {
      const known = await client.fetchQuery(publicationsQuery(period.id));
      const standing = standingOf(period, known, today());
      const reason = standing.kind === "published" ? standing.reason : "";
      return [
        ...[...held, period.name, period.start, period.end, t(`web.stage.${period.stage}`)],
        ...[period.publish_by, standingText(t, standing), reason],
      ];
    });
    return rows.length ? Promise.all(rows) : [held];
  };
  return async (units) => {
    const found: CsvCell[][] = [HEADS.map((head) => t(`web.hr.csv.${head}`))];
    // one unit after the other: a municipality has many, and its database serves others too
    for (const unit of units) found.push(...(await rowsOf(unit)));
    return found;
  };
}
