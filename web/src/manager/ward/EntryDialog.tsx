import { Alert, Button, Paragraph } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { EditDialog } from "../form/EditDialog";
import { InView } from "../form/InView";
import { type Change, same } from "./changes";
import { SaveProblem } from "./SaveProblem";
import type { Section, Sections } from "./sections";
import { useChange } from "./useSection";

/** What is wrong with an entry, as keys of the catalogue by field. */
export type Wrong = Record<string, string>;

export interface FieldsProps<T> {
  value: T;
  change: (part: Partial<T>) => void;
  /** What is wrong with a field in words, once saving was tried. */
  wrong: (field: string) => string | undefined;
  fresh: boolean;
}

export interface Form<T> {
  Fields: (props: FieldsProps<T>) => ReactNode;
  check: (value: T, others: T[]) => Wrong;
  /** What is kept of what was typed. */
  tidy?: (value: T, others: T[]) => T;
}

interface Props<S extends Section> {
  section: S;
  item: Sections[S];
  fresh: boolean;
  title: string;
  nameOf: (item: Sections[S]) => string;
  form: Form<Sections[S]>;
  items: Sections[S][];
  close: (done?: string) => void;
}

/** Add, change or remove one entry of the ward. */
export function EntryDialog<S extends Section>(props: Props<S>) {
  const { section, item, fresh, title, nameOf, form, items, close } = props;
  const { t } = useTranslation();
  const [seen, setSeen] = useState<Sections[S] | undefined>(fresh ? undefined : item);
  const [value, setValue] = useState(item);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const saving = useChange(section);
  const others = items.filter((one) => !same(one, seen));
  const wrong = form.check(value, others);
  const faulty = Object.keys(wrong).length > 0;
  const send = (changes: Change<Sections[S]>[], done: string) =>
    saving.mutate(changes, { onSuccess: () => close(t(done, { name: nameOf(value) })) });
  const save = () => {
    setTried(true);
    if (faulty) return;
    const after = form.tidy ? form.tidy(value, others) : value;
    send([{ before: seen, after }], "web.manager.form.saved");
  };
  const theirs = (change: Change<Sections[S]> | undefined) => {
    saving.reset();
    if (!change?.before) return close();
    setSeen(change.before);
    setValue(change.before);
  };
  return (
    <EditDialog
      title={title}
      save={save}
      saving={saving.isPending}
      touched={!same(value, item)}
      close={() => close()}
      beside={
        !fresh && (
          <Button
            type="button"
            variant="tertiary"
            data-color="danger"
            onClick={() => setRemoving(true)}
          >
            {t("web.manager.form.remove")}
          </Button>
        )
      }
    >
      <form.Fields
        value={value}
        change={(part) => setValue({ ...value, ...part })}
        wrong={(field) => (tried && wrong[field] ? t(wrong[field]) : undefined)}
        fresh={fresh}
      />
      {tried && faulty && (
        <InView>
          <p className="wrong" role="alert">
            {t("web.manager.form.look")}
          </p>
        </InView>
      )}
      {removing && (
        <InView>
          <Alert data-color="warning" role="alert">
            <Paragraph>{t("web.manager.form.remove.sure", { name: nameOf(item) })}</Paragraph>
            <div className="row">
              <Button
                type="button"
                data-color="danger"
                data-size="sm"
                loading={saving.isPending}
                onClick={() => send([{ before: seen }], "web.manager.form.removed")}
              >
                {t("web.manager.form.remove.yes")}
              </Button>
              <Button
                type="button"
                variant="secondary"
                data-size="sm"
                onClick={() => setRemoving(false)}
              >
                {t("web.manager.form.remove.no")}
              </Button>
            </div>
          </Alert>
        </InView>
      )}
      <SaveProblem<Sections[S]>
        error={saving.error}
        name={nameOf(item)}
        over={(changes) => send(changes, "web.manager.form.saved")}
        theirs={theirs}
      />
    </EditDialog>
  );
}
