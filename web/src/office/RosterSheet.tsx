import { useTranslation } from "react-i18next";
import { RosterGrid } from "../grid";
import { ABSENCES } from "../grid/core/words";
import { fileName } from "./csv";
import { CsvButton } from "./CsvButton";
import { rosterRows } from "./roster-rows";
import type { Grid } from "./figures";

/** Nothing is changed here: what the grid would send for a change is never asked for. */
const never = () => Promise.reject(new Error("this roster is only read"));
const nowhere = (_person: string, _date: string, shift: string) => ({ shift, unit: "" });

/** A whole roster, only to be read. */
export default function RosterSheet({ grid, name }: { grid: Grid; name: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="stack-tight">
      <div>
        <CsvButton
          name={fileName(name, t("web.office.roster"))}
          rows={() =>
            rosterRows(
              grid,
              [t("web.office.hours.name"), t("web.office.hours.percent")],
              new Map(ABSENCES.map((code) => [code, t(`web.grid.absence.${code}`)])),
            )
          }
        />
      </div>
      <RosterGrid
        key={i18n.language}
        readOnly
        grid={grid}
        language={i18n.language}
        t={t}
        judge={never}
        save={never}
        dutyOf={nowhere}
      />
    </div>
  );
}
