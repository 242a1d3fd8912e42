/** Which rows are shown. */

import { useId, type ReactNode } from "react";
import { choices, isOn, NO_FILTERS, type Filters } from "../core/filters";
import type { GridPerson, GridShift, Translate } from "../types";

interface Props {
  filters: Filters;
  people: readonly GridPerson[];
  shown: number;
  shifts: readonly GridShift[];
  t: Translate;
  onChange: (filters: Filters) => void;
}

export function FilterBar({ filters, people, shown, shifts, t, onChange }: Props): ReactNode {
  const id = useId();
  const { groups, competences } = choices(people);
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const select = (name: "group" | "competence" | "shift", values: readonly string[]) => (
    <label>
      <span>{t(`web.grid.filter.${name}`)}</span>
      <select value={filters[name]} onChange={(event) => set({ [name]: event.target.value })}>
        <option value="">{t("web.grid.filter.all")}</option>
        {values.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  );
  const codes = shifts.map((shift) => shift.code);
  return (
    <search className="rg-filters" aria-label={t("web.grid.filters")}>
      <label htmlFor={id}>
        <span>{t("web.grid.filter.name")}</span>
        <input
          id={id}
          type="search"
          value={filters.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      {groups.length > 1 && select("group", groups)}
      {competences.length > 1 && select("competence", competences)}
      {select("shift", codes)}
      <label className="rg-check">
        <input
          type="checkbox"
          checked={filters.breaches}
          onChange={(event) => set({ breaches: event.target.checked })}
        />
        <span>{t("web.grid.filter.breaches")}</span>
      </label>
      <span className="rg-shown">
        {t("web.grid.filter.shown", { shown, people: people.length })}
      </span>
      {isOn(filters) && (
        <button type="button" className="rg-btn" onClick={() => onChange(NO_FILTERS)}>
          {t("web.grid.filter.clear")}
        </button>
      )}
    </search>
  );
}
