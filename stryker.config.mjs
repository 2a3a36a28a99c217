/** Mutation testing. `npm run mutation` sets which mutants and which tests; docs/quality.md says what came of it. */
const report = process.env["MUTATION_REPORT"] ?? "reports/mutation/all";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["./test/mutation/runner.ts", "./test/mutation/chosen.ts"],
  testRunner: "loaded-once",
  coverageAnalysis: "perTest",
  // What is only worked out while modules load (schemas, tables of names) cannot be switched afterwards.
  ignoreStatic: true,
  ignorers: ["words"],
  checkers: process.env["MUTATION_SHARE"] ? ["drawn"] : [],
  disableTypeChecks: false,
  // The machine may be busy: a mutant is only late when it is very late.
  timeoutMS: 15_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 30,
  concurrency: Number(process.env["MUTATION_CONCURRENCY"] ?? 1),
  tempDirName: ".mutation",
  ignorePatterns: ["dist", "coverage", "reports", ".mutation"],
  incremental: true,
  incrementalFile: `${report}.incremental.json`,
  reporters: ["clear-text", "progress-append-only", "json"],
  jsonReporter: { fileName: `${report}.json` },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false, reportMutants: false },
};
