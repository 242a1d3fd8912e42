import { Checkbox, Fieldset, Radio, Textfield, ValidationMessage } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { CoverLevel } from "../calendar/CoverLevel";
import type { DraftChoice } from "./draft-choice";

const KINDS = ["off", "want", "avoid"] as const;
const STRENGTHS = [1, 2, 3] as const;

interface Props {
  value: DraftChoice;
  change: (value: DraftChoice) => void;
  codes: string[];
  name: (code: string) => string;
  level?: Schemas["DayLevel"];
  incomplete: boolean;
}

/** What is wished, which shifts, how much it matters, and why. */
export function ChoiceFields({ value, change, codes, name, level, incomplete }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const toggle = (code: string) =>
    change({
      ...value,
      shifts: value.shifts.includes(code)
        ? value.shifts.filter((one) => one !== code)
        : [...value.shifts, code],
    });
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>{t("web.wish.what")}</Fieldset.Legend>
        {KINDS.map((kind) => (
          <Radio
            key={kind}
            name={`${id}-what`}
            value={kind}
            label={t(`web.wish.what.${kind}`)}
            checked={value.what === kind}
            onChange={() => change({ ...value, what: kind })}
          />
        ))}
      </Fieldset>
      {value.what !== "off" && (
        <Fieldset>
          <Fieldset.Legend>{t("web.wish.shifts")}</Fieldset.Legend>
          {value.what === "want" && (
            <Fieldset.Description>{t("web.wish.shifts.any")}</Fieldset.Description>
          )}
          {codes.map((code) => (
            <div key={code} className="row shift-choice">
              <Checkbox
                value={code}
                label={name(code)}
                checked={value.shifts.includes(code)}
                onChange={() => toggle(code)}
              />
              {many(level?.shifts[code])}
            </div>
          ))}
          {incomplete && <ValidationMessage>{t("web.wish.shifts.needed")}</ValidationMessage>}
        </Fieldset>
      )}
      <Fieldset>
        <Fieldset.Legend>{t("web.wish.strength")}</Fieldset.Legend>
        {STRENGTHS.map((strength) => (
          <Radio
            key={strength}
            name={`${id}-strength`}
            value={String(strength)}
            label={t(`web.strength.${strength}`)}
            description={t(`web.strength.${strength}.hint`)}
            checked={value.strength === strength}
            onChange={() => change({ ...value, strength })}
          />
        ))}
      </Fieldset>
      <Textfield
        multiline
        rows={2}
        maxLength={500}
        label={t("web.wish.reason")}
        description={t("web.wish.reason.hint")}
        value={value.reason}
        onChange={(event) => change({ ...value, reason: event.target.value })}
      />
    </>
  );
}

/** Says where a shift stands by its wishes; where they leave enough, the day's own level says it. */
const many = (level: Schemas["Cover"] | undefined) =>
  level && level !== "fine" && <CoverLevel level={level} />;
