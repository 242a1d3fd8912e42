import { Fieldset, Link, Radio } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField, NumberField, TextField } from "../../form/Fields";
import { EditDialog } from "../../form/EditDialog";
import { fits } from "../../form/numbers";
import { type Change, same } from "../../ward/changes";
import { SaveProblem } from "../../ward/SaveProblem";
import type { RuleEntry } from "../../ward/sections";
import { useChange } from "../../ward/useSection";
import type { Norm, NormValue } from "./useNorms";
import { useNormWords } from "./useNormWords";
import { isLooser, ownValue, settingOrNone, typedOf } from "./values";

const MODES = ["hard", "priced", "off"] as const;

interface Props {
  norm: Norm;
  seen: RuleEntry | undefined;
  close: (done?: string) => void;
}

/** How a rule binds here, and the unit's own stricter values. */
export function RuleDialog({ norm, seen: first, close }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [seen, setSeen] = useState(first);
  const [begun] = useState(() => formOf(norm, first));
  const [form, setForm] = useState(begun);
  const [tried, setTried] = useState(false);
  const saving = useChange("rules");
  const name = t(`rule.${norm.rule}`);
  const own = norm.values.map((value) => ownValue(value, form.typed[value.value] ?? ""));
  const wrong = {
    price: form.mode === "priced" && !fits(form.price, 1, 100_000, true),
    reason: form.mode === "off" && !form.reason.trim(),
    values: own.includes(null),
  };
  const send = (changes: Change<RuleEntry>[]) =>
    saving.mutate(changes, { onSuccess: () => close(t("web.manager.form.saved", { name })) });
  const save = () => {
    setTried(true);
    if (wrong.price || wrong.reason || wrong.values) return;
    const values = Object.fromEntries(
      norm.values.flatMap((value, n) => (own[n] === undefined ? [] : [[value.value, own[n]]])),
    );
    const price = form.mode === "priced" ? (form.price ?? 0) : 0;
    const reason = form.mode === "off" ? form.reason.trim() : "";
    send([{ before: seen, after: settingOrNone({ rule: norm.rule, mode: form.mode, price, reason, values }) }]);
  };
  const theirs = (change: Change<RuleEntry> | undefined) => {
    saving.reset();
    setSeen(change?.before);
    setForm(formOf(norm, change?.before));
  };
  return (
    <EditDialog
      title={name}
      save={save}
      saving={saving.isPending}
      touched={!same(form, begun)}
      close={() => close()}
    >
      <Fieldset>
        <Fieldset.Legend>{t("web.manager.mode")}</Fieldset.Legend>
        {MODES.map((mode) => (
          <Radio
            key={mode}
            name={id}
            value={mode}
            label={t(`web.manager.mode.${mode}`)}
            description={t(`web.manager.mode.${mode}.hint`)}
            checked={form.mode === mode}
            onChange={() => setForm({ ...form, mode })}
          />
        ))}
      </Fieldset>
      {form.mode === "priced" && (
        <NumberField
          whole
          label={t("web.manager.mode.priced.price")}
          value={form.price}
          error={tried && wrong.price ? t("web.manager.wrong.price") : undefined}
          change={(price) => setForm({ ...form, price })}
        />
      )}
      {form.mode === "off" && (
        <TextField
          rows={2}
          label={t("web.manager.mode.off.reason")}
          hint={t("web.manager.mode.off.reason.hint")}
          value={form.reason}
          error={tried && wrong.reason ? t("web.manager.wrong.reason") : undefined}
          change={(reason) => setForm({ ...form, reason })}
        />
      )}
      {norm.values.map((value, n) => (
        <ValueField
          key={value.value}
          rule={norm.rule}
          value={value}
          typed={form.typed[value.value] ?? ""}
          own={own[n]}
          change={(typed) => setForm({ ...form, typed: { ...form.typed, [value.value]: typed } })}
        />
      ))}
      <SaveProblem<RuleEntry> error={saving.error} name={name} over={send} theirs={theirs} />
    </EditDialog>
  );
}

function formOf(norm: Norm, seen: RuleEntry | undefined) {
  const typed = norm.values.map((value) => [value.value, typedOf(value, seen?.values?.[value.value])]);
  return {
    mode: seen?.mode ?? ("hard" as const),
    price: (seen?.price || null) as number | null,
    reason: seen?.reason ?? "",
    typed: Object.fromEntries(typed) as Record<string, string>,
  };
}

interface ValueProps {
  rule: string;
  value: NormValue;
  typed: string;
  own: unknown;
  change: (typed: string) => void;
}

/** One value: left empty, what law, agreement or local default say holds. */
function ValueField({ rule, value, typed, own, change }: ValueProps) {
  const { t } = useTranslation();
  const words = useNormWords();
  const label = words.name(rule, value);
  const usual = t("web.manager.norm.usual", { amount: words.bounded(value, value.usual) });
  const hint = [usual, words.source(value)].filter(Boolean).join(" · ");
  const error =
    own === null
      ? t("web.manager.wrong.number")
      : isLooser(value, own) && t(`web.manager.norm.looser.${value.authority || "local"}`);
  const shared = { label: t(labelKey(value), { name: label }), hint, value: typed, change };
  return (
    <div className="stack-tight">
      {value.form === "truth" ? (
        <ChoiceField
          {...shared}
          label={label}
          options={[
            { value: "", label: t("web.manager.norm.as_usual") },
            { value: "yes", label: t("web.manager.norm.yes") },
            { value: "no", label: t("web.manager.norm.no") },
          ]}
        />
      ) : (
        <TextField
          {...shared}
          error={error || undefined}
          type={value.unit === "clock" ? "time" : "text"}
          rows={value.form === "list" ? 3 : undefined}
        />
      )}
      {value.link && (
        <Link href={value.link} target="_blank" rel="noreferrer">
          {t("web.manager.norm.read", { paragraph: value.paragraph })}
        </Link>
      )}
    </div>
  );
}

/** A value's name with what is typed: hours, per cent, one pattern a line. */
function labelKey(value: NormValue): string {
  if (value.form === "list") return "web.manager.norm.label.list";
  const plain = value.form !== "number" || value.unit === "clock";
  return `web.manager.norm.label.${plain ? "plain" : value.unit.replace(" ", "_")}`;
}
