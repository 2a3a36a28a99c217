// Writes docs/errors.md: every kind of fault, what it means, a file that provokes it, and what the command then says.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IssueCode, issueCodes } from "../src/issue/issue.ts";
import { invest, within } from "../test/cli/terminal.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "docs", "errors.md");

/** How a fault is provoked: a file among those of the tests, a text too large to show, a command, or code. */
type Provoked =
  | { readonly file: string }
  | { readonly described: string; readonly text: () => string }
  | { readonly commands: readonly (readonly string[])[] }
  | { readonly table: () => string; readonly name: string; readonly described?: string }
  | { readonly program: string; readonly load: () => Promise<unknown> };

const provoking: Record<IssueCode, Provoked> = {
  "no-such-file": { commands: [["show", "leeds-famly-valued"]] },
  "file-exists": {
    commands: [
      ["init", "family-hubs"],
      ["init", "family-hubs"],
    ],
  },
  "cannot-write": {
    commands: [
      ["init", "family-hubs"],
      ["export", "family-hubs", "--to", "models/family-hubs/model.yaml/plan.xlsx"],
    ],
  },
  "wrong-option": { commands: [["init", "Family Hubs"]] },
  "forbidden-path": { file: "forbidden-path.yaml" },
  "empty-file": { file: "only-comments.yaml" },
  "binary-file": {
    described: "a workbook that was given the name of a model",
    text: () => "PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml",
  },
  "file-too-large": {
    described: "ten million characters of brackets",
    text: () => "[".repeat(10_000_000),
  },
  "too-deep": {
    described: "two hundred thousand brackets that are opened and never closed",
    text: () => "[".repeat(200_000),
  },
  "broken-file": { file: "bad-indentation.yaml" },
  "forbidden-key": { file: "proto-at-the-top.yaml" },
  "unknown-key": { file: "unknown-key-in-a-driver.yaml" },
  "missing-key": { file: "missing-option.yaml" },
  "wrong-shape": { file: "list-for-mapping.yaml" },
  "not-a-number": { file: "not-a-number.yaml" },
  "too-many-digits": { file: "too-many-digits.yaml" },
  "out-of-range": { file: "out-of-range.yaml" },
  "malformed-period": { file: "malformed-years.yaml" },
  "year-outside-timeline": { file: "year-outside-timeline.yaml" },
  "period-too-fine": { file: "period-too-fine.yaml" },
  "period-given-twice": { file: "period-given-twice.yaml" },
  "end-before-start": { file: "end-before-start.yaml" },
  "duplicate-id": { file: "duplicate-id.yaml" },
  "unknown-name": { file: "unknown-name.yaml" },
  "unknown-unit": { file: "unknown-unit.yaml" },
  "wrong-unit": { file: "wrong-unit.yaml" },
  "wrong-prices": { file: "wrong-prices.yaml" },
  cycle: { file: "cycle.yaml" },
  "two-balancing-lines": { file: "two-balancing-lines.yaml" },
  "no-source": { file: "no-source.yaml" },
  "unused-assumption": { file: "unused-assumption.yaml" },
  "division-by-nil": {
    program: "division-by-nil.ts",
    load: () => import("../test/errors/files/division-by-nil.ts"),
  },
  "no-lines": { file: "no-lines.yaml" },
  "no-table": {
    name: "minutes.txt",
    table: () => "The committee noted the report.\nIt asked for a table of the savings by year.\n",
  },
  "table-too-large": {
    name: "table.csv",
    described: "ten thousand columns of figures",
    table: () => `Line,${"1,".repeat(10_000)}\n`,
  },
};

/** The page, produced by running everything that it shows. */
export async function errorsPage(): Promise<string> {
  const sections: string[] = [];
  for (const [code, meaning] of Object.entries(issueCodes)) {
    const shown = await demonstration(code as IssueCode);
    sections.push([`## ${code}`, `${sentence(meaning)}.`, ...shown].join("\n\n"));
  }
  return `${[introduction, ...sections].join("\n\n")}\n`;
}

const introduction = `# Faults and what to do about them

Whatever is wrong with a model is reported in one go, in the order in which it stands in the file. Each fault has its
place (file, line and column), a code, a sentence that says what is wrong, then what was expected, what was received and
a hint what to do. The command ends with exit code 2 when a model cannot be used, with 1 when a check does not hold, and
with 0 otherwise, also where there are only warnings.

In TypeScript the same faults are data: \`read\` gives them as a list, and all other functions throw one
\`InvestToSaveError\` whose \`issues\` are that list.

Every file and every output on this page was produced by running it; \`npm run docs:errors\` writes the page again.`;

async function demonstration(code: IssueCode): Promise<string[]> {
  const how = provoking[code];
  if ("program" in how) {
    const program = readFileSync(join(root, "test", "errors", "files", how.program), "utf8");
    return [
      "No model file leads to it, but a driver of one's own may:",
      fence("ts", program),
      fence("text", await printed(how.load)),
    ];
  }
  const folder = mkdtempSync(join(tmpdir(), "invest-to-save-"));
  try {
    return within(folder, () => inFolder(code, how));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inFolder(code: IssueCode, how: Exclude<Provoked, { readonly program: string }>): string[] {
  if ("table" in how) return auditOf(how);
  if ("commands" in how) return [fence("console", how.commands.map((words) => session(words)).join("\n"))];
  const name = `${code}.yaml`;
  const text =
    "text" in how ? how.text() : readFileSync(join(root, "test", "errors", "files", how.file), "utf8");
  writeFileSync(name, text);
  const output = fence("console", session(["show", name]));
  return "text" in how ? [`The file is ${how.described}:`, output] : [fence("yaml", text), output];
}

/** A table that cannot be audited, and what the command says of it. */
function auditOf({ table, name, described }: Extract<Provoked, { readonly table: unknown }>): string[] {
  writeFileSync(name, table());
  const output = fence("console", session(["audit", name]));
  return described === undefined ? [fence("text", table()), output] : [`The table is ${described}:`, output];
}

function session(words: readonly string[]): string {
  const typed = words.map((word) => (word.includes(" ") ? `"${word}"` : word)).join(" ");
  const { out, error } = invest(...words);
  return `$ invest-to-save ${typed}\n${error}${out}`;
}

/** What a program prints when it is loaded. */
async function printed(load: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const log = console.log;
  console.log = (text: string) => lines.push(text);
  try {
    await load();
  } finally {
    console.log = log;
  }
  return lines.join("\n");
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(page, await errorsPage());
}
