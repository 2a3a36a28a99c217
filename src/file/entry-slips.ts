import { isScalar, type Pair, type ParsedNode, type YAMLMap } from "yaml";
import type { Issue, Place } from "../issue/issue.ts";
import { readAmount } from "../quantity/amount.ts";

type Entry = Pair<ParsedNode, ParsedNode | null>;

/** Entries inside braces that are read as something else than was meant: which key was meant, where, and what to say of it. */
export interface Slip {
  readonly at: number;
  readonly key: string;
  readonly code: Issue["code"];
  /** What is said of the place, after its path. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly hint: string;
  /** How many of the entries after this one belong to it. */
  readonly takes: number;
}

/** The slip that starts with an entry of a mapping in braces; `undefined` where there is none. */
export function slipAt(node: YAMLMap.Parsed, index: number): Slip | undefined {
  if (!node.flow) return undefined;
  return splitByCommas(node.items, index) ?? withoutColon(node.items[index]);
}

/** A slip as a fault of the file, told once for all that follows from it. */
export function slipIssue(slip: Slip, place: Place, path: readonly string[]): Issue {
  const { code, expected, received, hint } = slip;
  const message = `${path.join(" > ")} ${slip.message}`;
  return { code, severity: "error", path, place, message, expected, received, hint };
}

const head = /^[+-]?£?\d[\d.]*$/;
// A year by itself is a period whose amount was forgotten.
const tail = /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?%?$/;

/**
 * An amount with separators: 59,600 is 59 and then a key 600 with nothing. Nobody writes such a key, so all of them are the one
 * amount that was meant.
 */
function splitByCommas(items: readonly Entry[], index: number): Slip | undefined {
  const [key, value] = [items[index]?.key, items[index]?.value];
  if (!isScalar(key) || !isScalar(value) || !head.test(String(value.source))) return undefined;
  const after = items.slice(index + 1);
  const end = after.findIndex((entry) => !isTail(entry));
  const tails = end < 0 ? after : after.slice(0, end);
  if (tails.length === 0) return undefined;
  const written = [value, ...tails.map((entry) => entry.key)].map(sourceOf).join(",");
  const read = readAmount(written);
  return {
    at: value.range[0],
    key: sourceOf(key),
    code: "not-a-number",
    message: "has an amount with a comma, and a comma ends the amount inside { }",
    expected: "a number",
    received: written,
    hint:
      !read.ok && /^write -?\d/.test(read.hint)
        ? read.hint
        : "give one number, without commas, to each period",
    takes: tails.length,
  };
}

function isTail({ key, value }: Entry): boolean {
  return tail.test(sourceOf(key)) && (isScalar(value) ? value.value === null : value === null);
}

/** A key and its amount with nothing between them: { amount 240000 }. */
function withoutColon(entry: Entry | undefined): Slip | undefined {
  if (entry === undefined || entry.value !== null) return undefined;
  const [, key, amount] = amountAfter.exec(sourceOf(entry.key)) ?? [];
  if (key === undefined || amount === undefined) return undefined;
  return {
    at: entry.key.range[0],
    key,
    code: "broken-file",
    message: "has no colon before its amount",
    expected: "a colon and a space between a key and its value",
    received: sourceOf(entry.key),
    hint: `write “${key}: ${amount}”`,
    takes: 0,
  };
}

/** A label or key with an amount after it, and no colon between them. */
export const amountAfter = /^(\S(?:.*\S)?)\s+(£?\d[\d,./-]*%?)$/;

function sourceOf(node: ParsedNode): string {
  return isScalar(node) ? String(node.source) : "";
}
