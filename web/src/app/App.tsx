import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { BrowserRouter } from "react-router";
import { onSignedOut } from "../api/client";
import { keepToken } from "../api/forgery-token";
import { keys } from "../api/keys";
import { ProblemAlert } from "../api/ProblemAlert";
import { forgetSnapshot } from "../offline/snapshot";
import { SignInPage } from "../session/SignInPage";
import { MeContext, useMeQuery } from "../session/useMe";
import { isLanguage, speak } from "../texts/language";
import { ErrorBoundary } from "./ErrorBoundary";
import { AreaRoutes } from "./routes";
import { Waiting } from "./Waiting";

/** The screens: the sign-in for nobody, else what one's roles open. */
export function App() {
  const client = useQueryClient();
  const me = useMeQuery();
  useEffect(
    () =>
      onSignedOut(() => {
        keepToken("");
        forgetSnapshot();
        client.setQueryData(keys.me, null);
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
      }),
    [client],
  );
  const language = me.data?.language;
  useEffect(() => {
    if (isLanguage(language)) void speak(language);
  }, [language]);
  if (me.data === undefined) {
    return me.error ? (
      <main className="page">
        <ProblemAlert error={me.error} retry={() => void me.refetch()} />
      </main>
    ) : (
      <Waiting />
    );
  }
  return (
    <ErrorBoundary>
      {me.data ? (
        <MeContext.Provider value={me.data}>
          <BrowserRouter>
            <AreaRoutes />
          </BrowserRouter>
        </MeContext.Provider>
      ) : (
        <SignInPage />
      )}
    </ErrorBoundary>
  );
}
