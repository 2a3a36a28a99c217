import type { Command } from "commander";
import { comparisonDocument } from "../../sheet/document/comparison-document.ts";
import { documentWriters } from "../../write/document.ts";
import { asOption, loadModel, modelWords } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface CompareOptions {
  readonly as: keyof typeof documentWriters;
}

/** `compare`: how one model differs from another, in words. */
export function addCompare(program: Command, terminal: Terminal): void {
  program
    .command("compare")
    .summary("how one model differs from another, in words")
    .description(
      "Compares two models: which assumptions, lines, results and conditions differ, and by how much.\nThings are the same where their names are; amounts are compared exactly, by financial year.",
    )
    .argument("<before>", modelWords)
    .argument("<after>", "the model that it is compared with")
    .addOption(asOption(documentWriters))
    .addHelpText("after", "\nExample:\n  invest-to-save compare plan-of-may.yaml plan-of-june.yaml")
    .action((before: string, after: string, { as }: CompareOptions) => {
      const side = (name: string) => ({ name, programme: loadModel(name, {}, terminal) });
      terminal.out(documentWriters[as](comparisonDocument(side(before), side(after))));
    });
}
