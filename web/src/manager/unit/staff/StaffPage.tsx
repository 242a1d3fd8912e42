import { Search, Tag } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../../dates/dates";
import { useFormats } from "../../../texts/useFormats";
import { EntriesPage } from "../../ward/EntriesPage";
import type { Form } from "../../ward/EntryDialog";
import type { Person } from "../../ward/sections";
import { type Legend, useLegend } from "../useLegend";
import { blankPerson, checkPerson, contractOn, found, runningOut, standing, tidyPerson } from "./person";
import { PersonFields } from "./PersonFields";

const SOON_DAYS = 60;

/** The unit's people with their contracts and competences. */
export function StaffPage() {
  const { t } = useTranslation();
  const legend = useLegend();
  const [search, setSearch] = useState("");
  const [past, setPast] = useState(false);
  const now = today();
  const here = (person: Person) => past || standing(person, now).state !== "ended";
  return (
    <EntriesPage
      section="people"
      title={t("web.manager.unit.staff")}
      none={t("web.manager.staff.none")}
      add={t("web.manager.staff.add")}
      blank={(people) => blankPerson(people[0]?.home_unit ?? legend.units[0]?.code ?? "")}
      nameOf={(person) => person.name}
      row={(person) => <PersonRow person={person} legend={legend} />}
      form={FORM}
      shown={(people) =>
        people
          .filter((person) => here(person) && found(person, search))
          .sort((a, b) => a.name.localeCompare(b.name, "nb"))
      }
      above={
        <>
          <Search data-size="sm" className="search">
            <Search.Input
              aria-label={t("web.manager.staff.search")}
              placeholder={t("web.manager.staff.search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <Search.Clear aria-label={t("web.manager.list.clear")} />
          </Search>
          <label className="row tick">
            <input type="checkbox" checked={past} onChange={(event) => setPast(event.target.checked)} />
            {t("web.manager.staff.past")}
          </label>
        </>
      }
    />
  );
}

function PersonRow({ person, legend }: { person: Person; legend: Legend }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = today();
  const { state, on } = standing(person, now);
  const day = state === "coming" && on ? on : now;
  const { percent, minutes } = contractOn(person, day);
  const name = (code: string) => legend.competences.find((one) => one.code === code)?.name ?? code;
  const leaving = state === "here" && on;
  return (
    <>
      <span>
        {[
          person.group,
          percent > 0 &&
            t("web.manager.staff.contract", {
              percent: formats.hours(percent * 60),
              hours: formats.hours(minutes),
            }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {person.competences.length > 0 && (
        <span className="quiet">{person.competences.map((held) => name(held.code)).join(", ")}</span>
      )}
      <span className="row entry-tags">
        {person.kind !== "permanent" && (
          <Tag data-size="sm" data-color="neutral">
            {t(`web.manager.staffkind.${person.kind}`)}
          </Tag>
        )}
        {person.exemptions.length > 0 && (
          <Tag data-size="sm" data-color="info">
            {t("web.manager.staff.exempt")}
          </Tag>
        )}
        {(state !== "here" || leaving) && on && (
          <Tag data-size="sm" data-color="warning">
            {t(`web.manager.staff.${leaving ? "leaving" : state}`, { date: formats.dayYear(on) })}
          </Tag>
        )}
        {runningOut(person, now, SOON_DAYS).map((held) => (
          <Tag key={held.code} data-size="sm" data-color="danger">
            {t((held.last ?? "") < now ? "web.manager.staff.ran_out" : "web.manager.staff.runs_out", {
              what: name(held.code),
              date: formats.dayYear(held.last ?? now),
            })}
          </Tag>
        ))}
      </span>
    </>
  );
}

const FORM: Form<Person> = {
  Fields: PersonFields,
  check: checkPerson,
  tidy: (person, others) => tidyPerson(person, others.map((one) => one.id)),
};
