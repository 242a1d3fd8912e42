import { useTranslation } from "react-i18next";
import { useFormats } from "../../../texts/useFormats";
import { EntriesPage } from "../../ward/EntriesPage";
import type { Form } from "../../ward/EntryDialog";
import type { DemandRow } from "../../ward/sections";
import { freshId } from "../codes";
import { useNeedWords } from "../CompetenceNeed";
import { useLegend } from "../useLegend";
import { useWeekdays } from "../useWeekdays";
import { DemandFields } from "./DemandFields";
import { blankRow, checkRow } from "./rows";
import { WeekTable } from "./WeekTable";

/** The staffing plan: how many, with which competence, on which shifts and days. */
export function DemandPage() {
  const { t } = useTranslation();
  const legend = useLegend();
  return (
    <EntriesPage
      section="demand"
      title={t("web.manager.unit.demand")}
      intro={t("web.manager.demand.intro")}
      none={t("web.manager.demand.none")}
      add={t("web.manager.demand.add")}
      blank={() => blankRow(legend.units[0]?.code ?? "")}
      nameOf={(row) => row.name || row.id}
      row={(row) => <RowFacts row={row} />}
      head={(rows) => <WeekTable rows={rows} />}
      form={FORM}
    />
  );
}

function RowFacts({ row }: { row: DemandRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const legend = useLegend();
  const need = useNeedWords(legend)(row.competence);
  const weekdays = useWeekdays("short");
  const days = row.only_dates.length
    ? row.only_dates.map((date) => formats.dayShort(date)).join(", ")
    : row.weekdays.length === 7
      ? t("web.manager.demand.daily")
      : weekdays.flatMap((day) => (row.weekdays.includes(day.value) ? [day.label] : [])).join(", ");
  const what = row.shifts.length
    ? t("web.manager.demand.on", { shifts: row.shifts.join(", ") })
    : t("web.manager.demand.curve", { count: row.curve.length });
  return (
    <>
      <span>{[what, need, days].filter(Boolean).join(" · ")}</span>
      {row.shifts.length > 0 && (
        <span className="quiet">
          {t(row.maximum == null ? "web.manager.demand.level" : "web.manager.demand.level.most", {
            minimum: row.minimum,
            target: row.target,
            maximum: row.maximum ?? 0,
          })}
        </span>
      )}
      {row.except_dates.length > 0 && (
        <span className="quiet">
          {t("web.manager.demand.except", {
            dates: row.except_dates.map((date) => formats.dayShort(date)).join(", "),
          })}
        </span>
      )}
      {(row.first || row.last) && (
        <span className="quiet">
          {t("web.manager.demand.dates", {
            first: row.first ? formats.dayYear(row.first) : t("web.manager.demand.always"),
            last: row.last ? formats.dayYear(row.last) : t("web.manager.demand.on_and_on"),
          })}
        </span>
      )}
    </>
  );
}

const FORM: Form<DemandRow> = {
  Fields: DemandFields,
  check: checkRow,
  tidy: (row, others) => ({
    ...row,
    name: row.name.trim(),
    id: row.id || freshId(row.name, others.map((one) => one.id)),
    only_dates: row.only_dates.filter(Boolean).sort(),
    except_dates: row.except_dates.filter(Boolean).sort(),
  }),
};
