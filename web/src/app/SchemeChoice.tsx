import { Select } from "@digdir/designsystemet-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { applyScheme, SCHEMES, useScheme } from "../appearance/scheme";

/** Choose light, dark, or as the system does. */
export function SchemeChoice() {
  const { t } = useTranslation();
  const id = useId();
  const scheme = useScheme();
  return (
    <label className="choice" htmlFor={id}>
      <span className="visually-hidden">{t("web.header.scheme")}</span>
      <Select
        id={id}
        data-size="sm"
        value={scheme}
        onChange={(event) => {
          const chosen = SCHEMES.find((name) => name === event.target.value);
          if (chosen) applyScheme(chosen);
        }}
      >
        {SCHEMES.map((name) => (
          <Select.Option key={name} value={name}>
            {t(`web.scheme.${name}`)}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}
