/**
 * Mutation testing of the rooms where figures are worked out: every mutant of the code is tried against the tests, and
 * those that no test notices are listed. `npm run mutation` tries every room, `npm run mutation -- quantity` one room,
 * `-- quantity/split.ts` one file, and `-- drivers --share 0.1` a tenth of the mutants of a room, drawn by lot. Reports
 * lie in reports/mutation; `npm run mutation -- --score` prints what they say. A run tries
 * again what changed or survived since the last one that ended.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Report, scoreLine, scoreTitle, survivors } from "./mutation-score.ts";

/** Laws of single drivers have the name of the driver. */
const driverLaws = readdirSync("src/drivers")
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `laws/${name.replace(/\.ts$/, "")}`)
  .filter((law) => existsSync(`test/${law}.test.ts`));

/**
 * Each room, and the tests that are to notice its mutants: folders, or files where the others of a folder have little
 * to do with the room. A mutant that survives is tried by every one of them, so each costs minutes in the end.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  quantity: [
    "quantity",
    "check",
    "formula/exact",
    "formula/measure",
    "laws/split",
    "laws/units",
    "laws/footing",
    "laws/writing",
    "appraisal/discounting",
    "table",
  ],
  time: [
    "time",
    "laws/time",
    "table",
    "programme",
    "laws/statement",
    "drivers/once",
    "appraisal/cases",
    "file",
  ],
  check: ["check", "laws/conditions", "audit/own-sheets"],
  formula: ["formula", "laws/evaluation", "laws/fast", "laws/written-formulas", "laws/named-rows"],
  sheet: [
    "sheet",
    "gallery/gallery",
    "gallery/documents",
    "laws/footing",
    "laws/statement",
    "laws/footed-appraisals",
    "table",
    "appraisal/cases",
    "write",
  ],
  drivers: ["drivers", "errors/faults", "models/models", "appraisal/own-driver", ...driverLaws],
  appraisal: [
    "appraisal",
    "laws/appraisal",
    "laws/annuity",
    "laws/discounting",
    "laws/full-year",
    "laws/payback",
    "laws/rates-of-return",
    "laws/bodies",
    "laws/footed-appraisals",
    "sheet/appraisal-notes",
    "models/models",
    "cli/appraise",
  ],
};

const reports = "reports/mutation";

function testsIn(part: string): string[] {
  if (part.includes("/")) return [`test/${part}.test.ts`];
  const names = readdirSync(join("test", part)).filter((name) => name.endsWith(".test.ts"));
  return names.map((name) => `test/${part}/${name}`);
}

const reportOf = (path: string): Report => JSON.parse(readFileSync(path, "utf8")) as Report;

/** Forgets which mutants were not drawn or not noticed the last time, so that they may be now. */
function openAgain(path: string): void {
  if (!existsSync(path)) return;
  const report = reportOf(path);
  const files = Object.entries(report.files).map(([name, file]) => [
    name,
    { ...file, mutants: file.mutants.filter(({ status }) => status === "Killed" || status === "Ignored") },
  ]);
  writeFileSync(path, JSON.stringify({ ...report, files: Object.fromEntries(files) }));
}

function mutate(part: string, share: string | undefined): number {
  const room = part.split("/")[0] ?? "";
  const tests = rooms[room];
  if (!tests) throw new Error(`${room} is none of ${Object.keys(rooms).join(", ")}`);
  const scratch = mkdtempSync(join(tmpdir(), "mutation-"));
  const report = join(reports, part.replaceAll("/", "-"));
  mkdirSync(reports, { recursive: true });
  openAgain(`${report}.incremental.json`);
  const { status } = spawnSync(
    "node_modules/.bin/stryker",
    ["run", "--mutate", part === room ? `src/${room}/**/*.ts` : `src/${part}`],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        TMPDIR: scratch,
        NODE_OPTIONS: "--import tsx",
        MUTATION_TESTS: JSON.stringify(tests.flatMap(testsIn)),
        MUTATION_REPORT: report,
        ...(share && { MUTATION_SHARE: share }),
      },
    },
  );
  rmSync(scratch, { recursive: true, force: true });
  if (status === 0) process.stdout.write(`${survivors(reportOf(`${report}.json`))}\n`);
  return status ?? 1;
}

const { values, positionals } = parseArgs({
  options: { share: { type: "string" }, score: { type: "boolean" } },
  allowPositionals: true,
});
const parts = positionals.length ? positionals : Object.keys(rooms);
if (!values.score) process.exitCode = Math.max(...parts.map((part) => mutate(part, values.share)));
const done = parts.filter((part) => existsSync(`${reports}/${part}.json`));
process.stdout.write(
  `${scoreTitle}\n${done.map((part) => scoreLine(part, reportOf(`${reports}/${part}.json`))).join("\n")}\n`,
);
