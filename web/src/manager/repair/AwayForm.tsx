import { Button, Heading, Paragraph, Radio, Fieldset } from "@digdir/designsystemet-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../texts/useFormats";
import { DateField, TextField, TickField } from "../form/Fields";
import { firstDay, groupsOf, type Person } from "./people";
import type { Asked, OnDuty } from "./useRepair";

const KINDS = ["sick", "sick_child", "leave"] as const;
type Kind = (typeof KINDS)[number];
const MOST = 12;

interface Props {
  known: OnDuty;
  find: (question: Asked) => void;
  finding: boolean;
  /** The question is another one now: its answer no longer stands. */
  changed: () => void;
}

/** Who is away, from when to when, and of what kind. */
export function AwayForm(props: Props) {
  const [person, setPerson] = useState<Person | null>(null);
  const choose = (chosen: Person | null) => {
    props.changed();
    setPerson(chosen);
  };
  if (!person) return <Who known={props.known} choose={choose} />;
  return <When key={person.person} {...props} person={person} back={() => choose(null)} />;
}

function Who({ known, choose }: { known: OnDuty; choose: (person: Person) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [sought, setSought] = useState("");
  const [all, setAll] = useState(false);
  const { today, tomorrow, others } = groupsOf(known, sought);
  const shown = all || sought ? others : others.slice(0, today.length + tomorrow.length ? 0 : MOST);
  const none = today.length + tomorrow.length + others.length === 0;
  const dated = (key: string, some: Person[]) =>
    some[0]?.date ? t(key, { date: formats.dayLong(some[0].date) }) : "";
  return (
    <section className="panel" aria-labelledby="who-is-away">
      <Heading level={2} data-size="xs" id="who-is-away">
        {t("web.manager.repair.who")}
      </Heading>
      <TextField label={t("web.manager.repair.search")} value={sought} change={setSought} />
      {none && <Paragraph>{t("web.manager.repair.who.nobody")}</Paragraph>}
      <People title={dated("web.manager.repair.who.today", today)} people={today} choose={choose} />
      <People title={dated("web.manager.repair.who.tomorrow", tomorrow)} people={tomorrow} choose={choose} />
      <People title={t("web.manager.repair.who.others")} people={shown} choose={choose} dates />
      {shown.length < others.length && (
        <div>
          <Button variant="tertiary" onClick={() => setAll(true)}>
            {t("web.manager.repair.who.more", { count: known.people.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface PeopleProps {
  title: string;
  people: Person[];
  choose: (person: Person) => void;
  dates?: boolean;
}

function People({ title, people, choose, dates }: PeopleProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!people.length) return null;
  const next = ({ date, shift }: Person) =>
    date ? t("web.manager.repair.who.next", { shift, date: formats.day(date) }) : "";
  return (
    <div className="stack-tight">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <ul className="plain-list who-list">
        {people.map((one) => (
          <li key={one.person}>
            <Button variant="secondary" onClick={() => choose(one)}>
              {one.name}
              <span className="who-shift">{dates ? next(one) : one.shift}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function When({ known, find, finding, changed, person, back }: Props & { person: Person; back: () => void }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState<string | null>(firstDay(person, known.today));
  const [last, setLast] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>("sick");
  const [onRequest, setOnRequest] = useState(false);
  const set = <T,>(change: (value: T) => void) => (value: T) => {
    changed();
    change(value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find({
      away: [{ person: person.person, first: first ?? known.today, last, kind }],
      on_request: onRequest,
    });
  };
  return (
    <form className="panel" onSubmit={submit} aria-labelledby="who-is-away">
      <div className="row">
        <Heading level={2} data-size="xs" id="who-is-away">
          {person.name}
        </Heading>
        <Button type="button" variant="tertiary" data-size="sm" onClick={back}>
          {t("web.manager.repair.who.change")}
        </Button>
      </div>
      <div className="fields">
        <DateField label={t("web.manager.repair.first")} value={first} change={set(setFirst)} />
        <DateField label={t("web.manager.repair.last")} value={last ?? first} change={set(setLast)} />
      </div>
      <Fieldset>
        <Fieldset.Legend>{t("web.manager.repair.kind")}</Fieldset.Legend>
        <Fieldset.Description>{t("web.manager.repair.kind.hint")}</Fieldset.Description>
        <div className="several">
          {KINDS.map((one) => (
            <Radio
              key={one}
              name="kind"
              value={one}
              label={t(`web.manager.repair.kind.${one}`)}
              checked={kind === one}
              onChange={() => set(setKind)(one)}
            />
          ))}
        </div>
      </Fieldset>
      <OnRequest value={onRequest} change={set(setOnRequest)} />
      <div>
        <Button type="submit" loading={finding}>
          {t("web.manager.repair.find")}
        </Button>
      </div>
    </form>
  );
}

export function OnRequest({ value, change }: { value: boolean; change: (value: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <TickField
      label={t("web.manager.repair.on_request")}
      hint={t("web.manager.repair.on_request.hint")}
      value={value}
      change={change}
    />
  );
}
