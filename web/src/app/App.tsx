import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { BrowserRouter } from "react-router";
import { onSignedOut } from "../api/client";
import { ProblemAlert } from "../api/ProblemAlert";
import { forgetSession } from "../session/forget";
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
  useEffect(() => onSignedOut(() => forgetSession(client)), [client]);
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
