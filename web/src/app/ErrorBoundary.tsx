import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../api/ProblemAlert";

interface State {
  error: unknown;
}

/** Shows what broke in place of a blank page; another page may still work. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t("web.error.title")}</h1>
      <ProblemAlert error={error} retry={() => window.location.reload()} />
    </div>
  );
}
