import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { benchAudit } from "./audit.ts";
import { bundled } from "./bundled.ts";
import { leedsByHand } from "./leeds-by-hand.ts";
import { paired, reportLine, worked } from "./measure.ts";
import { statement } from "./statements.ts";

// What is timed is the built package, as others run it.
const built = (file: string) => new URL(`../dist/${file}`, import.meta.url).href;
const library = (await import(built("index.js"))) as typeof import("invest-to-save");
const { evaluate, layOut } = library;
const { readProgramme } = (await import(built("file.js"))) as typeof import("invest-to-save/file");

// Times are of this machine and this hour; only the ratios, each measured in turn in one run, are worth quoting.
const full = process.argv.includes("--full");
const rounds = full ? 41 : 11;
const node = (...args: string[]) => void spawnSync(process.execPath, args, { stdio: "ignore" });

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`);

// First of all, while nothing else is held in memory that would have to be gone through for what can be let go.
const { exactly, fast, keepMany, leedsDraws, programmeOf } =
  await bundled<typeof import("./draws.ts")>("draws.ts");

const draws = 1_000_000;
const simulated = leedsDraws(draws, rounds);
const label = `${draws} draws of Leeds, three quantiles and the chance of payback (${simulated.hash}), against a loop written by hand`;
console.log(reportLine(label, simulated.times, 1.5));

// The same with numpy, where it is installed: whole columns at a time, its own generator.
const numpy = spawnSync("python3", ["bench/leeds_draws.py", String(draws), String(rounds)], {
  encoding: "utf8",
});
if (numpy.status === 0) {
  const theirs = JSON.parse(numpy.stdout) as { milliseconds: number };
  const ratio = simulated.times.ours / theirs.milliseconds;
  console.log(
    `The same with numpy\n  ${simulated.times.ours.toFixed(0)} ms against ${theirs.milliseconds.toFixed(0)} ms: ${ratio.toFixed(2)} times`,
  );
} else console.log("numpy is not installed: no ratio to it");

const command = paired(
  rounds,
  () => node("dist/cli.js", "show", "models/leeds-family-valued"),
  () => node("-e", "0"),
);
console.log(reportLine("The whole command (read, evaluate, print Leeds), against node -e 0", command, 4));

const leeds = readProgramme(readFileSync("models/leeds-family-valued/model.yaml", "utf8"));
const hand = leedsByHand().map((row) => row.join(" "));
const ours = [...evaluate(leeds).rows.values()].map(({ values, total }) => [...values, total].join(" "));
if (!hand.every((row) => ours.includes(row))) throw new Error("the two tables differ");
const often = (work: () => unknown) => () => {
  for (let i = 0; i < 200; i++) work();
};
const evaluation = paired(
  rounds,
  often(() => evaluate(leeds)),
  often(leedsByHand),
  worked,
);
console.log(
  reportLine("200 evaluations of Leeds, against a loop written by hand with decimal.js", evaluation, 3),
);

const appraisal = (await import(built("appraisal.js"))) as typeof import("invest-to-save/appraisal");
const terms = { schedule: "green book 2022", inflation: "2%" } as const;
const appraised = paired(
  rounds,
  often(() => appraisal.measures(appraisal.appraise(leeds, terms))),
  often(() => evaluate(leeds)),
);
console.log(
  reportLine("200 appraisals of Leeds with all measures, against its plain evaluation", appraised, 10),
);
// Another programme each time: the rows of the appraisal are made anew, put in order and checked, and so are those of Leeds.
const file = readFileSync("models/leeds-family-valued/model.yaml", "utf8");
const anew = paired(
  rounds,
  () => void appraisal.measures(appraisal.appraise(readProgramme(file), terms)),
  () => void evaluate(readProgramme(file)),
);
console.log(reportLine("Reading and appraising Leeds, against reading and evaluating it", anew, 2));

const tables = [
  { lines: 60, years: 20, guide: 50 },
  { lines: 300, years: 40, guide: 1000 },
].map((size) => ({ ...size, table: evaluate(statement(library, size.lines, size.years)) }));
for (const { lines, years, guide, table } of tables) {
  const footing = paired(
    rounds,
    () => layOut(table, { round: "footed" }),
    () => layOut(table),
  );
  const label = `Laying out ${lines} lines by ${years} years footed, against each figure on its own; a guide is ${guide} ms`;
  console.log(reportLine(label, footing, 10));
}
const [few, many] = tables.map(
  ({ table }) =>
    () =>
      void layOut(table, { round: "footed" }),
);
if (few === undefined || many === undefined) throw new Error("two sizes are compared");
const growth = paired(rounds, many, () => {
  for (let i = 0; i < 10; i++) few();
});
console.log(
  reportLine("Footing 300 lines by 40 years, against ten times 60 by 20: as many figures", growth, 3),
);

// Two workers against one, by the clock: the command with all that belongs to it, starting the workers included.
const simulating = (workers: number, count: number) => () => {
  const asked = ["simulate", "leeds-family-valued", "--draws", String(count), "--as", "json"];
  const ran = spawnSync("node", ["dist/cli.js", ...asked, "--workers", String(workers)], {
    maxBuffer: 2 ** 26,
  });
  if (ran.status !== 0) throw new Error(ran.stderr.toString());
};
for (const count of full ? [100_000, 1_000_000, 4_000_000] : [200_000]) {
  const two = paired(Math.min(rounds, 5), simulating(2, count), simulating(1, count));
  console.log(reportLine(`${count} draws of Leeds by the command, two workers against one`, two, 1.5));
}

// A processor and an engine need some work before they work as fast as they can.
for (let i = 0; i < 5; i++) fast(programmeOf(50, 10), 1024, rounds);

console.log("Exactly: milliseconds for all cells of a programme");
for (const [lines, years] of [
  [60, 10],
  [120, 10],
  [240, 10],
  [60, 20],
  [60, 40],
] as const) {
  const { milliseconds, cells } = exactly(programmeOf(lines, years), rounds);
  const each = ((1000 * milliseconds) / cells).toFixed(2);
  console.log(`  ${lines} lines, ${years} years: ${milliseconds.toFixed(2)} for ${cells}, ${each} µs a cell`);
}

console.log("Fast: milliseconds to make it ready, then to work the draws out");
for (const [lines, years, count] of [
  [60, 10, 8192],
  [120, 10, 8192],
  [240, 10, 8192],
  [60, 20, 8192],
  [60, 40, 8192],
  [60, 10, 32_768],
  [60, 10, 131_072],
] as const) {
  const { ready, run, steps } = fast(programmeOf(lines, years), count, rounds);
  const each = `${((1e6 * run) / count).toFixed(0)} ns a draw in ${steps} steps`;
  console.log(
    `  ${lines} lines, ${years} years, ${count} draws: ${ready.toFixed(1)}, then ${run.toFixed(2)}, ${each}`,
  );
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const programmes = full ? 1000 : 50;
const kept = keepMany(programmes, () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
});
const [build, exact, quick] = [kept.build, kept.exact, kept.fast].map((time) => time.toFixed(0));
console.log(
  `${programmes} programmes of 50 lines and 10 years\n  built in ${build} ms, exact in ${exact} ms, fast with 1024 draws each in ${quick} ms; ${kept.held.toFixed(1)} MB held`,
);
const { audit } = (await import(built("audit.js"))) as typeof import("invest-to-save/audit");
benchAudit(audit, Math.min(rounds, 11));
