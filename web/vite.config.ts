import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { catalogues } from "./vite/catalogues.ts";
import { packed } from "./vite/packed.ts";
import { serviceWorker } from "./vite/service-worker.ts";

const root = resolve(import.meta.dirname, "..");
const api = process.env.TURNUS_URL ?? "http://127.0.0.1:8000";
const PURE = /node_modules\/(@digdir\/designsystemet-react|@floating-ui|@navikt|@tanstack)\//;
// Few files: each small one costs a phone more in headers than in code.
const START = { name: "start", tags: ["$initial" as const], priority: 1 };
const STAFF = {
  name: "staff",
  test: /\/src\/(dates|periods|staff|texts)\/|\/(checkbox|dialog|fieldset|link|radio|tag|toggle-group)\//,
  minShareCount: 2,
};
const OFFLINE = ["/src/staff/", "virtual:catalogue/"];

export default defineConfig({
  plugins: [
    react(),
    catalogues(root),
    serviceWorker(resolve(import.meta.dirname, "src/offline/service-worker.js"), OFFLINE, [
      "/icon.svg",
      "/manifest.webmanifest",
    ]),
    packed(),
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
      output: { codeSplitting: { groups: [START, STAFF] } },
    },
  },
  server: { proxy: { "/api": api } },
});
