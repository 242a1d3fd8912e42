import { Field, Label, Select } from "@digdir/designsystemet-react";
import { useTranslation } from "react-i18next";
import { isLanguage, type Language, LANGUAGES } from "../../texts/language";

interface Props {
  value: Language;
  change: (language: Language) => void;
}

/** The language that an account begins with. */
export function LanguageField({ value, change }: Props) {
  const { t } = useTranslation();
  return (
    <Field>
      <Label>{t("web.header.language")}</Label>
      <Select
        value={value}
        onChange={(event) => {
          if (isLanguage(event.target.value)) change(event.target.value);
        }}
      >
        {LANGUAGES.map((language) => (
          <Select.Option key={language} value={language} lang={language}>
            {t(`web.language.${language}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
