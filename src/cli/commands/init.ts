import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { refusal } from "../../issue/refusal.ts";
import type { Terminal } from "../terminal.ts";

const starter = (title: string) => `# A model for invest-to-save. Lines that start with # are for people.
# Show it:     invest-to-save show NAME        Explain a figure: invest-to-save explain NAME balance 2026/27
# Check it:    invest-to-save check NAME       Change one thing: invest-to-save show NAME --set cost-of-the-team=260000
title: ${title}
body: Your council
years: 2025/26 to 2029/30
print in: thousands

# Every number needs a source. This one holds for all that name no other; replace it with your own report.
assumed: an example to start from, not a real programme

# Numbers with a name can be changed in one place, and from the command line.
assumptions:
  Cost of the team: { value: 240000, unit: £ per year, low: 220000, high: 270000, owner: Head of Service }

# Amounts are in pounds and positive. A year that is left out is nil; “then” carries an amount on.
costs:
  Set up: { 2025/26: 85000, term: one-off }
  Running the service:
    subtotal: Cost of running the service
    lines:
      Team: { level: { amount: Cost of the team, from: 2025-09-01 } } # from a day on, with its part of the first year
      Training: { 2025/26: 12000, then: 8000 }

# Money of another body says whose it is by its “agency”. Without one it is your own, and no income in an appraisal.
funding:
  Government grant: { 2025/26: 150000, 2026/27: 150000, source: "grant letter, to be added", term: one-off, agency: Government }
  Base budget: { balances: [2025/26, 2026/27] } # meets what is left in these years

savings:
  Placement budgets: { ramp: { 2026/27: 60000, 2029/30: 420000 } } # a straight line between two years

# What must hold. “check” says where it does not.
conditions:
  Savings cover the cost from 2028/29: { row: balance, at most: 0, from: 2028/29 }
`;

/** `init`: a commented starter model that runs at once. Nothing that is there already is touched. */
export function addInit(program: Command, terminal: Terminal): void {
  program
    .command("init")
    .summary("make a commented starter model")
    .description(
      "Makes models/NAME/model.yaml, a commented starter model that runs at once.\nNothing that is there already is changed.",
    )
    .argument("<name>", "the name of the new folder under models/")
    .addHelpText("after", "\nExample:\n  invest-to-save init family-hubs\n  invest-to-save show family-hubs")
    .action((name: string) => {
      const path = newModelPath(name);
      makeStarter(path, starter(titleOf(name)).replaceAll("NAME", name));
      terminal.out(`Made ${path}. Show it with: invest-to-save show ${name}\n`);
    });
}

function makeStarter(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    throw refusal({
      code: "cannot-write",
      path: [path],
      message: `“${path}” cannot be made`,
      expected: "a folder here that may be written to, with models as a folder in it or not at all",
      received: (error as Error).message,
      hint: "go to a folder of your own, or move what is called models out of the way",
    });
  }
}

function newModelPath(name: string): string {
  const path = join("models", name, "model.yaml");
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
    throw refusal({
      code: "wrong-option",
      path: [name],
      message: `“${name}” cannot be the name of a model`,
      expected: "letters a to z, digits and hyphens",
      received: name,
      hint: "write it like family-hubs",
    });
  }
  if (existsSync(dirname(path))) {
    throw refusal({
      code: "file-exists",
      path: [name],
      message: `${dirname(path)} is there already`,
      expected: "a name that is not taken",
      received: name,
      hint: "choose another name; nothing was changed",
    });
  }
  return path;
}

function titleOf(name: string): string {
  const words = name.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
