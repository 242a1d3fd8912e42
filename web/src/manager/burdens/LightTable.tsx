import { Heading, Paragraph, Select, Table } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { LightList } from "../../burdens/LightList";
import { LightSources } from "../../burdens/LightSources";
import { LightTag } from "../../burdens/LightTag";
import { ScrollTable } from "../../office/ScrollTable";

type Lights = Schemas["WardLights"];
const GRAVE = ["red", "amber", "green"] as const;

/** Everybody's health lights, the gravest first; one person's with dates below. */
export function LightTable({ lights }: { lights: Lights }) {
  const { t } = useTranslation();
  const lit = (one: Lights["people"][number]) => one.measures.filter(({ light }) => light !== "green").length;
  const people = [...lights.people].sort(
    (a, b) =>
      GRAVE.indexOf(a.light) - GRAVE.indexOf(b.light) || lit(b) - lit(a) || a.name.localeCompare(b.name, "nb"),
  );
  return (
    <section className="panel" aria-labelledby="lights">
      <Heading level={2} data-size="2xs" id="lights">
        {t("web.lights.title")}
      </Heading>
      <Paragraph data-size="sm">{t("web.lights.how")}</Paragraph>
      <ScrollTable label={t("web.lights.title")}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell>{t("web.manager.burdens.column.name")}</Table.HeaderCell>
            {lights.legend.measures.map((one) => (
              <Table.HeaderCell key={one.measure}>{one.name}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {people.map((person) => (
            <Table.Row key={person.person}>
              <Table.HeaderCell scope="row">{person.name}</Table.HeaderCell>
              {person.measures.map((one) => (
                <Table.Cell key={one.measure}>
                  <LightTag light={one.light} value={one.value} />
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </ScrollTable>
      <OnePerson people={people} legend={lights.legend} />
      <LightSources legend={lights.legend} />
    </section>
  );
}

function OnePerson({ people, legend }: { people: Lights["people"]; legend: Lights["legend"] }) {
  const { t } = useTranslation();
  const id = useId();
  const [who, setWho] = useState("");
  const person = people.find((one) => one.person === who);
  return (
    <>
      <label htmlFor={id} className="row">
        <span>{t("web.manager.burdens.dates_of")}</span>
        <Select id={id} value={who} onChange={(event) => setWho(event.target.value)} width="auto">
          <Select.Option value="">{t("web.manager.burdens.choose_person")}</Select.Option>
          {people.map((one) => (
            <Select.Option key={one.person} value={one.person}>
              {one.name}
            </Select.Option>
          ))}
        </Select>
      </label>
      {person && <LightList person={person} legend={legend} />}
    </>
  );
}
