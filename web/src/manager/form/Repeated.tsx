import { Button, Fieldset } from "@digdir/designsystemet-react";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props<T> {
  label: string;
  hint?: string;
  /** What adding one is called, and taking away the one of a number. */
  add: string;
  values: readonly T[];
  blank: () => T;
  change: (values: T[]) => void;
  error?: string;
  children: (value: T, change: (part: Partial<T>) => void, place: number) => ReactNode;
}

/** Any number of the same: positions, competences, exemptions. */
export function Repeated<T>(props: Props<T>) {
  const { label, hint, add, values, blank, change, error, children } = props;
  const { t } = useTranslation();
  const adding = useRef<HTMLButtonElement>(null);
  const remove = (place: number) => {
    change(values.filter((_, n) => n !== place));
    adding.current?.focus();
  };
  return (
    <Fieldset className="repeated">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {hint && <Fieldset.Description>{hint}</Fieldset.Description>}
      {values.map((value, place) => (
        <div key={place} className="repeated-one">
          <div className="fields">
            {children(
              value,
              (part) => change(values.map((one, n) => (n === place ? { ...one, ...part } : one))),
              place,
            )}
          </div>
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            data-color="danger"
            aria-label={t("web.manager.form.remove_of", { what: label, number: place + 1 })}
            onClick={() => remove(place)}
          >
            {t("web.manager.form.remove")}
          </Button>
        </div>
      ))}
      {error && <span className="wrong">{error}</span>}
      <div>
        <Button
          type="button"
          variant="secondary"
          data-size="sm"
          ref={adding}
          onClick={() => change([...values, blank()])}
        >
          {add}
        </Button>
      </div>
    </Fieldset>
  );
}
