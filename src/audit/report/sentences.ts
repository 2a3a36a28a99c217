import { type Decimal, numeral } from "../../quantity/decimal.ts";
import type { Certificate, Ends } from "../judge/certificate.ts";
import { type JudgedCheck, judgedFigure } from "../judge/check.ts";
import type { Block, PrintedFigure } from "../read/published.ts";
import type { Candidate, Explanation, Finding } from "../repair/finding.ts";
import { asPrinted, besidePrinted, headingOf, placeOf, rowName, textIn } from "../repair/place.ts";
import {
  type CellAt,
  cellsAt,
  judgedCell,
  type RatioRule,
  type SumRule,
  type TableRule,
} from "../structure/rule.ts";

/** The most ways to mend a finding that are written out; the rest is counted. */
const mostShown = 8;

/** A finding in words: where, what is printed, what the parts make, what is likely wrong, what would be right. */
export function findingLines(block: Block, finding: Finding, systemCells: readonly CellAt[]): string[] {
  const { failing, proofs } = finding;
  const judged = failing.map((check) => checkSentence(block, check));
  const joint = proofs.filter(({ rows }) => rows.length > 1 || failing.length === 0);
  const proved = joint.flatMap((proof) => proofLines(block, proof, systemCells, failing.length === 0));
  return [...judged, ...proved, ...repairLines(block, finding), ...missingRow(block, finding)];
}

/** What fails in one check: “Total, 2007/08 is printed as 407,384. Its parts make 500,082: 92,698 more …”. */
function checkSentence(
  block: Block,
  { cell, by, rule, at, calculated, difference, tolerance }: JudgedCheck,
): string {
  const form = judgedFigure(block, cell);
  const head = `${placeOf(block, cell)} is printed as ${textIn(block, cell)}.`;
  const amount = (value: Decimal) => besidePrinted(value, form);
  const rounding = `rounding explains at most ${amount(tolerance)}`;
  if (rule.is === "part") {
    const { whole } = cellsAt(rule, at);
    return `${head} That is more than ${placeOf(block, whole)}, of which it is a part, by ${amount(difference.abs())}; ${rounding}.`;
  }
  const made = `${termsOf(block, rule, at)} ${rule.is === "sum" && by.length > 1 ? "make" : "makes"} ${amount(calculated)}`;
  const way = difference.isNegative() ? "less" : "more";
  return `${head} ${made}: it is ${amount(difference.abs())} ${way} than that, and ${rounding}.`;
}

/** The terms of a check by name: “Shared Lives + Private − Income”. */
function termsOf(block: Block, rule: SumRule | RatioRule, at: number): string {
  if (rule.is === "ratio") {
    const { of, to, less } = cellsAt(rule, at);
    const [over, under] = [placeOf(block, of), placeOf(block, to)];
    return less === 1 ? `The change from ${under} to ${over}` : `${over} ÷ ${under}`;
  }
  const { total, parts } = cellsAt(rule, at);
  const name = (cell: CellAt) => {
    if (cell.column === total.column) return rowName(block, cell.row);
    return cell.row === total.row ? headingOf(block, cell.column) : placeOf(block, cell);
  };
  // What is taken away comes last, unless it all is.
  const sorted = [...parts].sort((a, b) => b.sign - a.sign);
  const ordered = parts[0]?.sign === -1 ? sorted : parts;
  return ordered.map((part, i) => `${part.sign < 0 ? "− " : i === 0 ? "" : "+ "}${name(part)}`).join(" ");
}

const counts = ["", "once", "twice", "three times", "four times", "five times"];

function times(count: bigint): string {
  const size = count < 0n ? -count : count;
  return counts[Number(size)] ?? `${size} times`;
}

/** A proof in words: the sums that are put together, and what they then say that the figures cannot do. */
export function proofLines(
  block: Block,
  proof: Certificate,
  cells: readonly CellAt[],
  alone: boolean,
): string[] {
  const lead = alone
    ? "Every sum holds on its own within what rounding allows, but not all of them together:"
    : "These sums contradict each other:";
  const sums = proof.rows.map(({ source, times: count }) => {
    const sign = count < 0n ? "less" : "take";
    return `  ${sign} ${times(count)}: ${checkName(block, source.rule, source.at)}`;
  });
  const added = proof.cells.filter(({ times: count }) => count > 0n);
  const taken = proof.cells.filter(({ times: count }) => count < 0n);
  const terms = [...added, ...taken].map(({ cell, times: count }, i) => {
    const at = cells[cell] as CellAt;
    const size = count < 0n ? -count : count;
    const by = size === 1n ? "" : `${size} × `;
    return `${count < 0n ? "− " : i === 0 ? "" : "+ "}${by}“${placeOf(block, at)}”`;
  });
  const [form] = proof.cells.map(({ cell }) => judgedFigure(block, cells[cell] as CellAt));
  const must = endsWords(proof.must, form);
  const can = endsWords(proof.can, form);
  return [lead, ...sums, `  Together they ask that ${terms.join(" ")} is ${must}; as printed it is ${can}.`];
}

/** Which sum a check is, in words with its column or row. */
export function checkName(block: Block, rule: TableRule, at: number): string {
  const { row, column } = judgedCell(rule, at);
  const across = rule.is === "sum" && rule.along === "across";
  const where = across ? rowName(block, row) : headingOf(block, column);
  return `${rule.says}, in ${where}`;
}

/** From where to where, in the unit of a figure; other words where both ends are open. */
export function endsWords({ low, high }: Ends, form: PrintedFigure | undefined, open = "anything"): string {
  const amount = (value: Decimal) => (form === undefined ? numeral(value) : besidePrinted(value, form));
  if (low !== undefined && high !== undefined)
    return low.eq(high) ? amount(low) : `from ${amount(low)} to ${amount(high)}`;
  if (low !== undefined) return `at least ${amount(low)}`;
  return high === undefined ? open : `at most ${amount(high)}`;
}

function repairLines(block: Block, { explanations, located }: Finding): string[] {
  const [first] = explanations;
  if (first === undefined) {
    return ["Several figures in it must be wrong, and too many ways would mend it to tell which."];
  }
  if (located === "only") return onlyLines(block, first);
  const many = explanations.length > mostShown ? `; ${explanations.length - mostShown} more ways would` : "";
  const lead =
    located === "likeliest"
      ? "Any of these would mend it; the first is the likeliest:"
      : `Any one of these would mend it, and the table does not tell which${many}:`;
  return [lead, ...explanations.slice(0, mostShown).map((one) => `  ${explanationWords(block, one)}`)];
}

function onlyLines(block: Block, { changes, says }: Explanation): string[] {
  const [first, ...others] = changes;
  if (first !== undefined && others.length === 0) {
    const place = placeOf(block, first.cell);
    return [
      `${place} is the only figure whose change mends everything: ${likelyWords(block, first)}${causeWords(first)}.`,
    ];
  }
  const shared = says === undefined ? [] : [`Likely cause: ${says}.`];
  const lines = changes.map((change) => {
    const cause = says === undefined ? causeWords(change) : "";
    return `  ${placeOf(block, change.cell)}: ${likelyWords(block, change)}${cause}`;
  });
  return [...shared, `Only these ${changes.length} figures together would mend it:`, ...lines];
}

/** One of several ways to mend it; a pattern that all its figures fit is only known of a way that is the only one. */
function explanationWords(block: Block, { changes }: Explanation): string {
  const each = changes.map((change) => {
    const text = textIn(block, change.cell);
    const printed = text === "" ? "nothing" : text;
    return `${placeOf(block, change.cell)}: ${printed} printed, ${likelyWords(block, change)}${causeWords(change)}`;
  });
  return each.join("; and ");
}

/** What would be right in a cell: the likeliest figure, and from where to where it may be. */
function likelyWords(block: Block, { cell, range, likely, certain }: Candidate): string {
  const form = judgedFigure(block, cell);
  const between = endsWords(range, form);
  if (likely === undefined)
    return between === "anything" ? "nothing tells what would be right" : `${between} would be right`;
  const text = asPrinted(likely, form);
  return certain || between === "anything"
    ? `${text} would be right`
    : `${text} would be right (anything ${between})`;
}

/** A total that is more than its parts may have a part that is not in the table at all. */
function missingRow(block: Block, { failing, located }: Finding): string[] {
  const [only, second] = failing;
  if (located === "only" || only === undefined || second !== undefined || only.rule.is !== "sum") return [];
  const { cell, difference, printed, rule } = only;
  if (difference.isNegative() !== printed.isNegative() || difference.abs().gte(printed.abs())) return [];
  const what = rule.along === "across" ? "column" : "row";
  return [`Or a ${what} with ${asPrinted(difference, judgedFigure(block, cell))} is not in the table.`];
}

function causeWords({ causes }: Candidate): string {
  const [first] = causes;
  return first === undefined ? "" : `, if ${first.says}`;
}
