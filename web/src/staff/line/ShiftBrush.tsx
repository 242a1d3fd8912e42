import { Fieldset } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  codes: string[];
  name: (code: string) => string;
  value: string;
  choose: (code: string) => void;
}

const NONE = "";

/** The shift that a tap puts on a day; the empty one clears the day. */
export function ShiftBrush({ codes, name, value, choose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Fieldset>
      <Fieldset.Legend>{t("web.line.brush")}</Fieldset.Legend>
      <div className="brushes">
        {[...codes, NONE].map((code) => (
          <label key={code} className="brush">
            <input
              type="radio"
              name={id}
              value={code}
              checked={value === code}
              onChange={() => choose(code)}
            />
            <span>{code ? name(code) : t("web.line.clear")}</span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
