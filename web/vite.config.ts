import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { catalogues } from "./vite/catalogues.ts";
import { serviceWorker } from "./vite/service-worker.ts";

const root = resolve(import.meta.dirname, "..");
const api = process.env.TURNUS_URL ?? "http://127.0.0.1:8000";
const PURE = /node_modules\/(@digdir\/designsystemet-react|@floating-ui|@navikt|@tanstack)\//;
const OFFLINE = ["/src/staff/", "virtual:catalogue/"];

export default defineConfig({
  plugins: [
    react(),
    catalogues(root),
    serviceWorker(resolve(import.meta.dirname, "src/offline/service-worker.js"), OFFLINE, [
      "/icon.svg",
      "/manifest.webmanifest",
    ]),
  ],
  build: {
    outDir: resolve(root, "api/static"),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // these packages do nothing when imported, which their own descriptions fail to say
      treeshake: { moduleSideEffects: [{ test: PURE, sideEffects: false }] },
    },
  },
  server: { proxy: { "/api": api } },
});
