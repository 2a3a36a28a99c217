import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { runToEnd } from "../../src/cli/run.ts";
import type { Chance } from "./chance.ts";
import { changedText } from "./change.ts";
import { examples, models, tables } from "./corpus.ts";
import { nastyTexts } from "./nasty.ts";
import type { Answer, Input } from "./promises.ts";

const secret = "SECRET 7391";

/** Words of command lines: those that mean something, and the values that stand beside them. */
const commands = [
  "show",
  "explain",
  "appraise",
  "scenarios",
  "sensitivity",
  "switch",
  "simulate",
  "check",
  "compare",
  "audit",
  "reconstruct",
  "export",
  "schema",
  "init",
  "help",
];
const options = [
  "--as",
  "--unit",
  "--decimals",
  "--total",
  "--no-total",
  "--by",
  "--round",
  "--mark",
  "--table",
  "--final",
  "--scenario",
  "--set",
  "--rate",
  "--case",
  "--schedule",
  "--timing",
  "--measure",
  "--chance",
  "--fan",
  "--assumption",
  "--seed",
  "--method",
  "--grid",
  "--at-least",
  "--at-most",
  "--above",
  "--below",
  "--target",
  "--from",
  "--to",
  "--structure",
  "--form",
  "--claim",
  "--help",
  "--version",
  "--",
];
const values = [
  "model.yaml",
  "table.csv",
  "structure.yaml",
  "leeds-family-valued",
  "balance",
  "2016/17",
  "text",
  "markdown",
  "html",
  "csv",
  "json",
  "thousands",
  "2",
  "year",
  "footed",
  "3.5%",
  "economic",
  "net present value",
  "balance in 2018/19 below 0",
  "10%",
  "cla-placement-budgets.2018/19=5000000",
  "out.html",
  "folder/out.docx",
  "out.xlsx",
  "models",
  ".",
  "..",
  "../outside.csv",
  "folder",
  "linked.csv",
  "family-hubs",
  "{Rent, 14/15} is 2% of {Pay, 14/15}",
];

/** A command line whose words are drawn and changed, in a folder with a model and tables that are changed too. */
export function commandLine(chance: Chance): Input {
  const word = () =>
    chance.happens(0.1)
      ? chance.of(nastyTexts)
      : chance.happens(0.1)
        ? changedText(chance, chance.of(values), values)
        : chance.of(values);
  const args = [chance.happens(0.95) ? chance.of(commands) : word(), word()];
  for (let more = chance.below(6); more > 0; more--)
    args.push(chance.happens(0.5) ? chance.of(options) : word());
  // Draws without number, which are to take long, are no fault.
  if (args[0] === "simulate") args.push("--draws", "256");
  const files = {
    "model.yaml": chance.happens(0.5)
      ? chance.of(models)
      : changedText(chance, chance.of(examples), examples),
    "table.csv": chance.of(tables).text,
    "structure.yaml": changedText(chance, "unit: thousands\nsums:\n  Total: [Pay, Rent]\n", ["unit"]),
  };
  return {
    shown: `${JSON.stringify(args)}\n${Object.values(files).join("\n-----\n")}`,
    act: () => ran(args, files),
  };
}

/** Runs a command line where it can be seen which files it writes, and says what it should have left alone. */
async function ran(args: readonly string[], files: Readonly<Record<string, string>>): Promise<Answer> {
  const outer = fs.mkdtempSync(join(tmpdir(), "invest-to-save-"));
  const inner = join(outer, "inner");
  fs.mkdirSync(join(inner, "folder"), { recursive: true });
  fs.writeFileSync(join(outer, "outside.csv"), `${secret},2025/26\n${secret},5\n`);
  fs.symlinkSync(join(outer, "outside.csv"), join(inner, "linked.csv"));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(join(inner, name), text);
  const before = process.cwd();
  process.chdir(inner);
  const said = { out: "", error: "" };
  const watched = watchWrites();
  try {
    const terminal = {
      out: (text: string) => {
        said.out += text;
      },
      error: (text: string) => {
        said.error += text;
      },
    };
    const code = await runToEnd(args, terminal, "0.0.0");
    const touched = watched.paths.map((path) => resolve(path));
    return {
      issues: [],
      refused: false,
      written: [said.out, said.error],
      broken: [...strays(args, inner, touched), ...ended(args, code, said)],
    };
  } finally {
    watched.end();
    process.chdir(before);
    fs.rmSync(outer, { recursive: true, force: true });
  }
}

/** What was written to that no argument names, and what was shown of a file that no argument names. */
function strays(args: readonly string[], inner: string, touched: readonly string[]): string[] {
  const named = args
    .flatMap((arg, at) => (args[at - 1] === "--to" ? [arg] : arg.startsWith("--to=") ? [arg.slice(5)] : []))
    .map((to) => resolve(inner, to));
  const isOwn = (path: string) =>
    named.some(
      (to) =>
        path === to || (dirname(path) === dirname(to) && basename(path).startsWith(`.${basename(to)}.`)),
    ) ||
    (args[0] === "init" && /^models(\/[a-z0-9-]+(\/model\.yaml)?)?$/.test(path.slice(inner.length + 1)));
  return touched.filter((path) => !isOwn(path)).map((path) => `it wrote to ${path}`);
}

function ended(
  args: readonly string[],
  code: number,
  { out, error }: { out: string; error: string },
): string[] {
  const broken: string[] = [];
  if (![0, 1, 2].includes(code)) broken.push(`it ended with ${code}`);
  if (code === 2 && error.trim() === "") broken.push("it refused without a word");
  if (code === 0 && out === "" && error === "") broken.push("it did nothing and said nothing");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u009b]/.test(error))
    broken.push("it sent signs to the terminal that it obeys");
  const isAsked = args.some((arg) => arg.includes("outside.csv") || arg.includes("linked.csv"));
  if (!isAsked && (out + error).includes(secret)) broken.push("it showed what is in a file outside");
  return broken;
}

const writing = [
  "writeFileSync",
  "appendFileSync",
  "renameSync",
  "mkdirSync",
  "rmSync",
  "unlinkSync",
  "symlinkSync",
  "copyFileSync",
  "truncateSync",
  "chmodSync",
] as const;

/** Notes every path that the command writes to, makes or takes away. */
function watchWrites(): { paths: string[]; end: () => void } {
  const paths: string[] = [];
  const own = fs as unknown as Record<string, (...all: unknown[]) => unknown>;
  const before = Object.fromEntries(writing.map((name) => [name, own[name]]));
  for (const name of writing) {
    own[name] = (...all) => {
      paths.push(...all.slice(0, name === "renameSync" || name === "copyFileSync" ? 2 : 1).map(String));
      return before[name]?.(...all);
    };
  }
  syncBuiltinESMExports();
  return {
    paths,
    end: () => {
      Object.assign(own, before);
      syncBuiltinESMExports();
    },
  };
}
