import { type Decimal, numeral } from "../../quantity/decimal.ts";
import type { Certificate, Ends } from "../judge/certificate.ts";
import { type Check, figureAt } from "../judge/check.ts";
import type { Block, PrintedFigure } from "../read/published.ts";
import type { Candidate, Explanation, Finding } from "../repair/finding.ts";
import { asPrinted, besidePrinted, placeOf, rowName } from "../repair/place.ts";
import type { CellAt, TableRule } from "../structure/rule.ts";

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

function formAt(block: Block, cell: CellAt): PrintedFigure | undefined {
  return figureAt(block, cell);
}

/** What fails in one check: “Total, 2007/08 is printed as 407,384. Its parts make 500,082: 92,698 more …”. */
function checkSentence(
  block: Block,
  { cell, by, rule, at, calculated, difference, tolerance }: Check,
): string {
  const form = formAt(block, cell);
  const text = block.rows[cell.row]?.cells[cell.column]?.text ?? "";
  const head = `${placeOf(block, cell)} is printed as ${text}.`;
  if (form === undefined || calculated === undefined || difference === undefined || tolerance === undefined)
    return head;
  const amount = (value: Decimal) => besidePrinted(value, form);
  const rounding = `rounding explains ${tolerance.isZero() ? "nothing" : `at most ${amount(tolerance)}`}`;
  if (rule.is === "part") {
    return `${head} That is more than ${placeOf(block, by[0] ?? cell)}, of which it is a part, by ${amount(difference.abs())}; ${rounding}.`;
  }
  const made = `${termsOf(block, rule, at)} ${rule.is === "sum" && by.length > 1 ? "make" : "makes"} ${amount(calculated)}`;
  const way = difference.isNegative() ? "less" : "more";
  return `${head} ${made}: it is ${amount(difference.abs())} ${way} than that, and ${rounding}.`;
}

/** The terms of a check by name: “Shared Lives + Private − Income”. */
function termsOf(block: Block, rule: TableRule, at: number): string {
  if (rule.is === "sum") {
    const sum = rule.cells[at];
    if (sum === undefined) return "";
    const name = (cell: CellAt) => {
      if (cell.column === sum.total.column) return rowName(block, cell.row);
      return cell.row === sum.total.row ? (block.columns[cell.column]?.label ?? "") : placeOf(block, cell);
    };
    const parts = sum.parts[0]?.sign === -1 ? [...sum.parts].sort((a, b) => b.sign - a.sign) : sum.parts;
    return parts.map((part, i) => `${part.sign < 0 ? "− " : i === 0 ? "" : "+ "}${name(part)}`).join(" ");
  }
  if (rule.is === "ratio") {
    const ratio = rule.cells[at];
    if (ratio === undefined) return "";
    const [of, to] = [placeOf(block, ratio.of), placeOf(block, ratio.to)];
    return ratio.less === 1 ? `The change from ${to} to ${of}` : `${of} ÷ ${to}`;
  }
  return "";
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
  const [first] = proof.cells;
  const form = first === undefined ? undefined : figureAt(block, cells[first.cell] as CellAt);
  const must = endsWords(proof.must, form);
  const can = endsWords(proof.can, form);
  return [lead, ...sums, `  Together they ask that ${terms.join(" ")} is ${must}; as printed it is ${can}.`];
}

/** Which sum a check is, in words with its column or row. */
export function checkName(block: Block, rule: TableRule, at: number): string {
  const cell =
    rule.is === "sum"
      ? rule.cells[at]?.total
      : rule.is === "ratio"
        ? rule.cells[at]?.ratio
        : rule.cells[at]?.part;
  if (cell === undefined) return rule.says;
  const across = rule.is === "sum" && rule.along === "across";
  const where = across ? rowName(block, cell.row) : (block.columns[cell.column]?.label ?? "");
  return `${rule.says}, in ${where}`;
}

/** From where to where, in the unit of a figure. */
export function endsWords({ low, high }: Ends, form: PrintedFigure | undefined): string {
  const amount = (value: Decimal) => (form === undefined ? numeral(value) : besidePrinted(value, form));
  if (low !== undefined && high !== undefined)
    return low.eq(high) ? amount(low) : `from ${amount(low)} to ${amount(high)}`;
  if (low !== undefined) return `at least ${amount(low)}`;
  return high === undefined ? "anything" : `at most ${amount(high)}`;
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
  const one = changes.length === 1;
  const shared = says === undefined ? [] : [`Likely cause: ${says}.`];
  const lead = one
    ? "It is the only figure whose change would mend everything:"
    : `Only these ${changes.length} figures together would mend it:`;
  const lines = changes.flatMap((change) => {
    const cause = says === undefined ? causeWords(change) : "";
    const place = one && change === changes[0] ? "" : `${placeOf(block, change.cell)}: `;
    return [`  ${place}${likelyWords(block, change)}${cause}`];
  });
  if (one && changes[0] !== undefined) {
    return [
      `${placeOf(block, changes[0].cell)} is the only figure whose change mends everything: ${likelyWords(block, changes[0])}${says === undefined ? causeWords(changes[0]) : ""}.`,
      ...shared,
    ];
  }
  return [...shared, lead, ...lines];
}

function explanationWords(block: Block, { changes, says }: Explanation): string {
  const each = changes.map((change) => {
    const text = block.rows[change.cell.row]?.cells[change.cell.column]?.text ?? "";
    const printed = text === "" ? "nothing" : text;
    return `${placeOf(block, change.cell)}: ${printed} printed, ${likelyWords(block, change)}${says === undefined ? causeWords(change) : ""}`;
  });
  return `${each.join("; and ")}${says === undefined ? "" : ` (${says})`}`;
}

/** What would be right in a cell: the likeliest figure, and from where to where it may be. */
function likelyWords(block: Block, { cell, range, likely, certain }: Candidate): string {
  const form = figureAt(block, cell);
  const between = endsWords(range, form);
  if (likely === undefined || form === undefined)
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
  const form = figureAt(block, cell);
  if (difference === undefined || printed === undefined || form === undefined) return [];
  if (difference.isNegative() !== printed.isNegative() || difference.abs().gte(printed.abs())) return [];
  const what = rule.along === "across" ? "column" : "row";
  return [`Or a ${what} with ${asPrinted(difference, form)} is not in the table.`];
}

function causeWords({ causes }: Candidate): string {
  const [first] = causes;
  return first === undefined ? "" : `, if ${first.says}`;
}
