import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const report = process.env["TEST_REPORT"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^invest-to-save$/, replacement: source("index.ts") },
      { find: /^invest-to-save\/drivers$/, replacement: source("drivers.ts") },
      { find: /^invest-to-save\/audit$/, replacement: source("audit.ts") },
      { find: /^invest-to-save\/appraisal$/, replacement: source("appraisal.ts") },
      { find: /^invest-to-save\/vary$/, replacement: source("vary.ts") },
      { find: /^invest-to-save\/charts$/, replacement: source("charts.ts") },
      { find: /^invest-to-save\/page$/, replacement: source("page.ts") },
      { find: /^invest-to-save\/excel$/, replacement: source("excel.ts") },
      { find: /^invest-to-save\/word$/, replacement: source("word.ts") },
      { find: /^invest-to-save\/file$/, replacement: source("file.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // No test leaves anything behind in a module, so that files may share them: loading them anew took half of the time.
    isolate: false,
    maxWorkers: 2,
    // Properties over random programmes take seconds where other work shares the machine; nothing is judged by time.
    testTimeout: 60_000,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // The first lines of the command run in a process of their own, which the counting does not see.
      exclude: ["src/cli/main.ts"],
      // Files that are covered to the last line and branch are left out of the list.
      reporter: [["text", { skipFull: true, maxCols: 120 }], "html", "json-summary"],
      reportOnFailure: true,
      // No file may have less than nine in ten of its lines and branches tried.
      thresholds: { lines: 90, branches: 90, perFile: true },
    },
  },
});
