import { Button, Paragraph } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EntryDialog, type Form } from "./EntryDialog";
import { SectionPage } from "./SectionPage";
import { KEYS, type Section, type Sections } from "./sections";

interface Props<S extends Section> {
  section: S;
  title: string;
  intro?: string;
  none: string;
  add: string;
  blank: (items: Sections[S][]) => Sections[S];
  nameOf: (item: Sections[S]) => string;
  /** What stands in the row below the name. */
  row: (item: Sections[S]) => ReactNode;
  form: Form<Sections[S]>;
  /** What tells of all entries together. */
  head?: (items: Sections[S][]) => ReactNode;
  /** What stands above the list, such as a search, and which entries it leaves. */
  above?: ReactNode;
  shown?: (items: Sections[S][]) => Sections[S][];
}

/** A part of the ward as a list whose entries are added, changed and removed one at a time. */
export function EntriesPage<S extends Section>(props: Props<S>) {
  const { section, title, intro, none, add, blank, nameOf, row, form, head, above, shown } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ item: Sections[S]; fresh: boolean }>();
  const [said, setSaid] = useState("");
  const close = (done?: string) => {
    setOpen(undefined);
    setSaid(done ?? "");
  };
  return (
    <SectionPage section={section} title={title} intro={intro}>
      {(items) => {
        const left = shown ? shown(items) : items;
        return (
          <>
            <div className="row">
              {above}
              <Button onClick={() => setOpen({ item: blank(items), fresh: true })}>{add}</Button>
              <span role="status">{said}</span>
            </div>
            {head?.(items)}
            {items.length === 0 && <Paragraph>{none}</Paragraph>}
            {items.length > 0 && left.length === 0 && (
              <Paragraph>{t("web.manager.list.nothing")}</Paragraph>
            )}
            <ul className="plain-list entries">
              {left.map((item) => (
                <li key={KEYS[section](item)} className="entry">
                  <div className="entry-facts">
                    <strong>{nameOf(item)}</strong>
                    {row(item)}
                  </div>
                  <Button
                    variant="tertiary"
                    data-size="sm"
                    aria-label={t("web.manager.form.edit_of", { what: nameOf(item) })}
                    onClick={() => setOpen({ item, fresh: false })}
                  >
                    {t("web.manager.form.edit")}
                  </Button>
                </li>
              ))}
            </ul>
            {open && (
              <EntryDialog
                section={section}
                item={open.item}
                fresh={open.fresh}
                title={open.fresh ? add : nameOf(open.item)}
                nameOf={nameOf}
                form={form}
                items={items}
                close={close}
              />
            )}
          </>
        );
      }}
    </SectionPage>
  );
}
