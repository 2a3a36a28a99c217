import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { leedsByHand } from "./leeds-by-hand.ts";
import { paired, reportLine } from "./measure.ts";

// What is timed is the built package, as others run it.
const built = (file: string) => new URL(`../dist/${file}`, import.meta.url).href;
const { evaluate } = (await import(built("index.js"))) as typeof import("invest-to-save");
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
const many = (work: () => unknown) => () => {
  for (let i = 0; i < 200; i++) work();
};
const evaluation = paired(
  rounds,
  many(() => evaluate(leeds)),
  many(leedsByHand),
);
console.log(
  reportLine("200 evaluations of Leeds, against a loop written by hand with decimal.js", evaluation, 3),
);
