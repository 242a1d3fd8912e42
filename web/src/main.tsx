import "./appearance/components.css";
import "../theme/helseturnus.css";
import "./appearance/base.css";
import "./appearance/shell.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startWatchingBack } from "./app/back";
import { queryClient } from "./app/query-client";
import { applyScheme, keptScheme } from "./appearance/scheme";
import { registerServiceWorker } from "./offline/register";
import { startSnapshot } from "./offline/snapshot";
import { startInUnitOfLink } from "./session/useUnit";
import { startSpeaking } from "./texts/language";

applyScheme(keptScheme());
startSnapshot(queryClient);
startWatchingBack();
startInUnitOfLink();
await startSpeaking();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
registerServiceWorker();
