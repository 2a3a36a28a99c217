/** Which mutants are tried: not those of words for people, and, on request, only a share of the rest, drawn by lot. */
import { createHash } from "node:crypto";
import { relative } from "node:path";
import { type Checker, type CheckResult, CheckStatus } from "@stryker-mutator/api/check";
import type { Mutant } from "@stryker-mutator/api/core";
import type { Ignorer } from "@stryker-mutator/api/ignore";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** A text in the code, as the parser gives it. */
type TextNode =
  | { readonly type: "StringLiteral"; readonly value: string }
  | {
      readonly type: "TemplateLiteral";
      readonly quasis: readonly { readonly value: { readonly raw: string } }[];
    };

function textsOf(node: TextNode): string[] {
  if (node.type === "StringLiteral") return [node.value];
  return node.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.raw) : [];
}

/**
 * Texts with a blank in them are words for people, which files hold as they are printed (test/errors/said, docs).
 * Names, codes and keys have no blank, and are mutated like anything else.
 */
const words: Ignorer = {
  shouldIgnore: (path) =>
    textsOf((path as unknown as { node: TextNode }).node).some((text) => /\s/.test(text))
      ? "words for people"
      : undefined,
};

/** The lot of a mutant, from 0 up to 1: the same in every run, and whatever else changes in the house. */
function lot({ fileName, location: { start, end }, replacement }: Mutant): number {
  const said = [
    relative(process.cwd(), fileName),
    start.line,
    start.column,
    end.line,
    end.column,
    replacement,
  ];
  return (
    createHash("sha256")
      .update(`20260401 ${said.join(" ")}`)
      .digest()
      .readUInt32BE() /
    2 ** 32
  );
}

class Drawn implements Checker {
  async init(): Promise<void> {}

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const share = Number(process.env["MUTATION_SHARE"]);
    const undrawn = { status: CheckStatus.CompileError, reason: "not drawn" } as const;
    return Object.fromEntries(
      mutants.map((one) => [one.id, lot(one) < share ? { status: CheckStatus.Passed } : undrawn]),
    );
  }

  async group(mutants: Mutant[]): Promise<string[][]> {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "words", words),
  declareClassPlugin(PluginKind.Checker, "drawn", Drawn),
];
