import { Checkbox, Field, Fieldset, Label, Select, Textfield } from "@digdir/designsystemet-react";
import { type ReactNode, useId, useState } from "react";
import { typedNumber } from "./numbers";

interface Common {
  label: string;
  hint?: string;
  error?: ReactNode;
}

interface TextProps extends Common {
  value: string;
  change: (value: string) => void;
  type?: "text" | "date" | "time" | "datetime-local";
  most?: number;
  fixed?: boolean;
  rows?: number;
}

/** A line of text, a date or a time; ``rows`` for longer texts. */
export function TextField({ value, change, label, hint, error, most, fixed, rows, type }: TextProps) {
  const shared = { label, description: hint, error, value, maxLength: most, readOnly: fixed };
  if (rows) {
    return (
      <Textfield {...shared} multiline rows={rows} onChange={(event) => change(event.target.value)} />
    );
  }
  return <Textfield {...shared} type={type} onChange={(event) => change(event.target.value)} />;
}

interface DateProps extends Common {
  value: string | null | undefined;
  change: (value: string | null) => void;
}

/** A date that may be left open. */
export function DateField({ value, change, ...rest }: DateProps) {
  return (
    <TextField {...rest} type="date" value={value ?? ""} change={(date) => change(date || null)} />
  );
}

interface NumberProps extends Common {
  value: number | null | undefined;
  /** NaN for what is no number; null for an empty field. */
  change: (value: number | null) => void;
  whole?: boolean;
  suffix?: string;
}

/** A number, with a decimal comma or point; what is typed stands until it is a number. */
export function NumberField({ value, change, label, hint, error, whole, suffix }: NumberProps) {
  const [typed, setTyped] = useState(() => shown(value));
  const stands = Object.is(typedNumber(typed), value ?? null) ? typed : shown(value);
  return (
    <Textfield
      label={label}
      description={hint}
      error={error}
      suffix={suffix}
      inputMode={whole ? "numeric" : "decimal"}
      value={Number.isNaN(value) ? typed : stands}
      onChange={(event) => {
        setTyped(event.target.value);
        change(typedNumber(event.target.value));
      }}
    />
  );
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined || Number.isNaN(value)
    ? ""
    : String(value).replace(".", ",");
}

export interface Option {
  value: string;
  label: string;
}

interface ChoiceProps extends Common {
  value: string;
  options: Option[];
  change: (value: string) => void;
}

/** One of some. */
export function ChoiceField({ label, hint, error, value, options, change }: ChoiceProps) {
  const id = useId();
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      {hint && <Field.Description>{hint}</Field.Description>}
      <Select id={id} value={value} onChange={(event) => change(event.target.value)}>
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
      {error && <span className="wrong">{error}</span>}
    </Field>
  );
}

interface SeveralProps<T extends string | number> extends Common {
  values: readonly T[];
  options: { value: T; label: string }[];
  change: (values: T[]) => void;
}

/** Some of some, in the order in which they are offered. */
export function SeveralField<T extends string | number>(props: SeveralProps<T>) {
  const { label, hint, error, values, options, change } = props;
  const toggle = (value: T) =>
    change(
      options
        .map((option) => option.value)
        .filter((one) => values.includes(one) !== (one === value)),
    );
  return (
    <Fieldset>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {hint && <Fieldset.Description>{hint}</Fieldset.Description>}
      <div className="several">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            value={String(option.value)}
            label={option.label}
            checked={values.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
      </div>
      {error && <span className="wrong">{error}</span>}
    </Fieldset>
  );
}

interface TickProps extends Common {
  value: boolean;
  change: (value: boolean) => void;
}

/** Yes or no. */
export function TickField({ label, hint, error, value, change }: TickProps) {
  return (
    <Checkbox
      label={label}
      description={hint}
      error={error}
      value={label}
      checked={value}
      onChange={(event) => change(event.target.checked)}
    />
  );
}
