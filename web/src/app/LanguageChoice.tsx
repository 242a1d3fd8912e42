import { Select } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../api/client";
import { keys } from "../api/keys";
import type { Me } from "../session/areas";
import { isLanguage, type Language, LANGUAGES, speak } from "../texts/language";

/** Choose a language; it is remembered here, and with the account when signed in. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const choose = useMutation({
    mutationFn: async (language: Language) => {
      await speak(language);
      const me = client.getQueryData<Me | null>(keys.me);
      if (!me) return;
      await told(api.PATCH("/api/session", { body: { language } }));
      client.setQueryData(keys.me, { ...me, language });
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
    },
  });
  return (
    <label className="choice" htmlFor={id}>
      <span className="visually-hidden">{t("web.header.language")}</span>
      <Select
        id={id}
        data-size="sm"
        value={i18n.language}
        onChange={(event) => {
          if (isLanguage(event.target.value)) choose.mutate(event.target.value);
        }}
      >
        {LANGUAGES.map((language) => (
          <Select.Option key={language} value={language} lang={language}>
            {t(`web.language.${language}`)}
          </Select.Option>
        ))}
      </Select>
    </label>
  );
}
