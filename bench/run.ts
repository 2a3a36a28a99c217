import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { benchAudit } from "./audit.ts";
import { leedsByHand } from "./leeds-by-hand.ts";
import { paired, reportLine } from "./measure.ts";
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

const { audit } = (await import(built("audit.js"))) as typeof import("invest-to-save/audit");
benchAudit(audit, Math.min(rounds, 11));
