import type { Issue } from "../../issue/issue.ts";
import { unknownName } from "../../issue/unknown-name.ts";
import type { Block, PublishedTable } from "../read/published.ts";
import type { SumGuess } from "./evidence.ts";

/** What a row or column adds up: labels, one with a minus before it for what is taken away. */
export type DeclaredParts = readonly string[];

/** A quotient that is declared: `of ÷ to`, or the change from `to` to `of`. */
export interface DeclaredRatio {
  readonly of: string;
  readonly to: string;
  /** Whether it is the change from the one to the other, as in “a rise of 25%”. */
  readonly change?: boolean;
}

/**
 * The structure of a table as somebody who knows it states it. Rows and columns are named by their labels; where a label
 * stands more than once, by its line, as in `line 12`. What is declared is not inferred.
 */
export interface DeclaredStructure {
  /** Rows that add up others. */
  readonly sums?: Readonly<Record<string, DeclaredParts>>;
  /** Columns that add up others. */
  readonly "columns add up"?: Readonly<Record<string, DeclaredParts>>;
  /** Rows that are quotients of others. */
  readonly ratios?: Readonly<Record<string, DeclaredRatio>>;
  /** Rows and columns that are part of no sum. */
  readonly "not added"?: readonly string[];
  /** Whether nothing but what is declared is to be judged. */
  readonly "only declared"?: boolean;
}

/** What was declared of the rows (or columns) of one block, by their place. */
export interface DeclaredLines {
  readonly sums: readonly SumGuess[];
  readonly notAdded: readonly number[];
  readonly only: boolean;
}

/** Nothing declared. */
export const nothingDeclared: DeclaredLines = { sums: [], notAdded: [], only: false };

/** The odds of what is declared; nothing in a table outweighs it. */
const declaredPrior = 1000;

/** The rows of a block that were declared. */
export function declaredRows(block: Block, declared: DeclaredStructure): DeclaredLines {
  return declaredLines((name) => rowCalled(block, name), declared.sums, declared);
}

/** The columns of a block that were declared. */
export function declaredColumns(block: Block, declared: DeclaredStructure): DeclaredLines {
  return declaredLines((name) => columnCalled(block, name), declared["columns add up"], declared);
}

function declaredLines(
  find: (name: string) => number | undefined,
  sums: Readonly<Record<string, DeclaredParts>> = {},
  declared: DeclaredStructure = {},
): DeclaredLines {
  return {
    sums: Object.entries(sums).flatMap(([name, parts]): SumGuess[] => {
      const total = find(name);
      const members = parts.map((part) => {
        const { name: own, sign } = signedName(part);
        return { line: find(own), sign };
      });
      const known = members.flatMap(({ line, sign }) => (line === undefined ? [] : [{ line, sign }]));
      if (total === undefined || known.length < members.length) return [];
      return [{ total, parts: known, prior: declaredPrior, because: "the structure file says so" }];
    }),
    notAdded: (declared["not added"] ?? []).flatMap((name) => find(name) ?? []),
    only: declared["only declared"] ?? false,
  };
}

/** A label with a minus before it is taken away. */
function signedName(text: string): { name: string; sign: 1 | -1 } {
  const found = /^\s*[-−–]\s*(?=\S)/.exec(text);
  return found ? { name: text.slice(found[0].length), sign: -1 } : { name: text, sign: 1 };
}

/** The row that a name means: by its label, else by its line. */
export function rowCalled(block: Block, name: string): number | undefined {
  const wanted = plain(name);
  const at = block.rows.findIndex((row) => !row.heading && plain(row.label) === wanted);
  if (at >= 0) return at;
  const line = /^line (\d+)$/.exec(wanted)?.[1];
  const byLine = line === undefined ? -1 : block.rows.findIndex((row) => row.line === Number(line));
  return byLine < 0 ? undefined : byLine;
}

/** The column that a name means, by its heading. */
export function columnCalled(block: Block, name: string): number | undefined {
  const at = block.columns.findIndex(
    ({ label, own }) => plain(label) === plain(name) || plain(own) === plain(name),
  );
  return at < 0 ? undefined : at;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ");
}

/** Names in a declaration that no row or column of the table has. */
export function unknownNames(table: PublishedTable, declared: DeclaredStructure): Issue[] {
  const rows = (name: string) => table.blocks.some((block) => rowCalled(block, name) !== undefined);
  const columns = (name: string) => table.blocks.some((block) => columnCalled(block, name) !== undefined);
  const labels = table.blocks.flatMap((block) => block.rows.map(({ label }) => label));
  const headings = table.blocks.flatMap((block) => block.columns.map(({ label }) => label));
  const named = (key: string, sums: Readonly<Record<string, DeclaredParts>> = {}) =>
    Object.entries(sums).flatMap(([total, parts]) => [
      { path: [key, total], name: total },
      ...parts.map((part, i) => ({ path: [key, total, String(i)], name: signedName(part).name })),
    ]);
  const quotients = Object.entries(declared.ratios ?? {}).flatMap(([name, { of, to }]) => [
    { path: ["ratios", name], name },
    { path: ["ratios", name, "of"], name: of },
    { path: ["ratios", name, "to"], name: to },
  ]);
  const either = (declared["not added"] ?? []).map((name, i) => ({ path: ["not added", String(i)], name }));
  return [
    ...[...named("sums", declared.sums), ...quotients]
      .filter(({ name }) => !rows(name))
      .map((one) => unknown(one, "row", labels)),
    ...named("columns add up", declared["columns add up"])
      .filter(({ name }) => !columns(name))
      .map((one) => unknown(one, "column", headings)),
    ...either.filter(({ name }) => !rows(name) && !columns(name)).map((one) => unknown(one, "row", labels)),
  ];
}

function unknown(
  { path, name }: { path: string[]; name: string },
  what: "row" | "column",
  known: readonly string[],
): Issue {
  return unknownName({
    what,
    where: "in the table",
    name,
    known: known.filter((label) => label !== ""),
    ...(what === "row" ? { or: "its line, as in “line 12”" } : {}),
    path,
    otherwise: "write the label as it is printed",
  });
}
