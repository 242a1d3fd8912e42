import { Button, Heading, Textfield } from "@digdir/designsystemet-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, told } from "../api/client";
import { keepToken } from "../api/forgery-token";
import { keys } from "../api/keys";
import { ProblemAlert } from "../api/ProblemAlert";
import { LanguageChoice } from "../app/LanguageChoice";
import { SchemeChoice } from "../app/SchemeChoice";
import { isLanguage, speak } from "../texts/language";
import "./sign-in.css";

/** Come in by name and password. */
export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => told(api.POST("/api/session", { body: { login, password } })),
    onSuccess: async (me) => {
      keepToken(me.csrf);
      if (isLanguage(me.language)) await speak(me.language);
      client.setQueryData(keys.me, { ...me, csrf: "" });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <div className="sign-in">
      <main id="content" tabIndex={-1} className="sign-in-box">
        <p className="product">{t("web.product")}</p>
        <Heading level={1} data-size="md">
          {t("web.signin.title")}
        </Heading>
        <form onSubmit={submit} className="stack">
          {signIn.error && <ProblemAlert error={signIn.error} />}
          <Textfield
            label={t("web.signin.login")}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
          <Textfield
            label={t("web.signin.password")}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t("web.signin.submit")}
          </Button>
        </form>
      </main>
      <footer className="sign-in-choices">
        <LanguageChoice />
        <SchemeChoice />
      </footer>
    </div>
  );
}
